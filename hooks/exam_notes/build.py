"""One build from its first page to the last woven one, without MkDocs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jinja2 import Environment, Template

from exam_notes.index.notes import Notes
from exam_notes.reading.extension import Reader
from exam_notes.reading.limits import Limits
from exam_notes.reading.page import Page, assemble
from exam_notes.reading.page_text import PageText, read_page_text
from exam_notes.reading.published import published_ids
from exam_notes.reading.settings import Section
from exam_notes.surroundings import Surroundings
from exam_notes.views import VIEWS
from exam_notes.views.publication import REVIEW_DAYS, Download, Facts, publication_of
from exam_notes.views.view import View
from exam_notes.views.weaver import Relative, Render, Weaver, Woven


class Build:
    """Collects pages with `add`, then answers for all of them together. Used once.

    `views` may be added to until pages are woven; `sections` are those of the navigation, and
    `review_days` is how long a check of a question counts, and `facts` what a machine checks.
    """

    def __init__(self, surroundings: Surroundings, limits: Limits) -> None:
        self.surroundings = surroundings
        self.limits = limits
        self.sources: dict[str, PageText] = {}
        self.reader = Reader(published_ids(surroundings.root).aliases)
        self.views: list[View] = [*VIEWS]
        self.sections: tuple[Section, ...] = ()
        self.review_days = REVIEW_DAYS
        self.facts: Facts | None = None
        self.pages: list[Page] = []
        self.notes = Notes(())
        self.weaver: Weaver | None = None

    def open(self, path: str, content: bytes) -> str:
        """Take the bytes of the page at `path`; return the text that MkDocs may read."""
        self.sources[path] = read_page_text(content, self.limits)
        return self.sources[path].for_mkdocs

    def add(self, path: str, url: str, html: str) -> None:
        """Take the page that `reader` has just read, with its rendered HTML."""
        source = self.sources.get(path, PageText(""))
        self.pages.append(assemble(path, url, source, self.reader.outline, html))

    def weave(self, templates: Environment, relative: Relative) -> Iterator[Woven]:
        """Yield every page with what is woven into it, now that all pages are known."""
        self.notes = Notes.of(self.pages, self.sections)
        publication = publication_of(self.surroundings, self.review_days, self.facts)
        render = _renderer(templates)
        weaver = Weaver(self.notes, render, relative, self.views, publication)
        self.weaver = weaver
        return map(weaver.weave, self.notes.pages)

    def offer(self, downloads: tuple[Download, ...]) -> None:
        """Tell the pages which files readers may take along, before pages are completed."""
        if self.weaver:
            self.weaver.publication = self.weaver.publication._replace(downloads=downloads)

    def complete(self, path: str, html: str) -> str:
        """Return the HTML of a woven page with what the search need not see."""
        page = self.notes.by_path.get(path)
        return self.weaver.complete(page, html) if page and self.weaver else html


def _renderer(environment: Environment) -> Render:
    """Return a function that renders our partials, in which everything but `Markup` is escaped."""
    escaping = environment.overlay(autoescape=True)

    @cache
    def template(name: str) -> Template:
        return escaping.get_template(f"partials/notes/{name}.html")

    return lambda name, context: template(name).render(context)
