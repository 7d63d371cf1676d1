"""Weaves what all pages together know into the slots of each page, through the theme's partials."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from itertools import takewhile
from typing import NamedTuple

from exam_notes.index.notes import Notes
from exam_notes.marks import Slot, fill, mark
from exam_notes.model import Passage
from exam_notes.paths import TERMS, service_slug
from exam_notes.reading.page import Page
from exam_notes.views.finish import finished
from exam_notes.views.publication import NOWHERE, Publication
from exam_notes.views.view import Context, View, woven_anchors
from exam_notes.visible import first_sentences, rebased

Render = Callable[[str, Context], str]
Relative = Callable[[str, str], str]

_HEADING = re.compile(r'<h([2-6])\b[^>]*\bid="([^"]+)"[^>]*>(.*?)(?:<a |</h)', re.DOTALL)

DESCRIPTION = 200  # characters, about what a search engine shows


# What ends an introduction: a heading below the first one, a callout.
_BELOW = re.compile(r"<(?:h[2-6]|details|div class=\"admonition)\b")


class WovenHeading(NamedTuple):
    """A heading inside woven text, for the table of contents."""

    level: int
    anchor: str
    title: str


class Woven(NamedTuple):
    """A page as it is published.

    `anchors` are the ids that weaving adds. `description` is how its first paragraph begins, as
    text. The table of contents of a `flat` page ends at the second level: a drawer of a hundred
    terms leads nobody anywhere.
    """

    path: str
    html: str
    headings: list[WovenHeading]
    anchors: frozenset[str]
    description: str
    flat: bool


def _introduction(page: Page, html: str) -> str:
    """Return what may describe a page: of a service's, what its author wrote above all questions.

    What stands in a callout is no introduction: it may be an option in the wrong place.
    """
    slug = service_slug(page.path)
    if not slug:
        return html
    above = takewhile(lambda segment: segment != Slot("controls", slug), page.cut.segments)
    written = "".join(segment for segment in above if isinstance(segment, str))
    return _BELOW.split(written)[0]


def woven_headings(fragment: str) -> list[WovenHeading]:
    return [WovenHeading(int(level), id, title) for level, id, title in _HEADING.findall(fragment)]


class Weaver:
    """Renders the slots of pages.

    `render(name, context)` renders the partial `notes/<name>.html`; `relative(target, base)` gives
    the address of `target` as seen from `base`, both URLs from the site's root.
    """

    def __init__(
        self,
        notes: Notes,
        render: Render,
        relative: Relative,
        views: Iterable[View],
        publication: Publication = NOWHERE,
    ) -> None:
        self.notes = notes
        self.render = render
        self.relative = relative
        self.publication = publication
        self.views = {view.name: view for view in views}

    def weave(self, page: Page) -> Woven:
        """Return `page` with the slots filled whose text is to be found by the search."""
        headings: list[WovenHeading] = []

        def render(slot: Slot) -> str:
            view = self.views.get(slot.kind)
            if view and not view.searched:
                return mark(slot)
            fragment = self._fragment(slot, page)
            headings.extend(woven_headings(fragment))
            return fragment

        html = page.cut.fill(render)
        description = first_sentences(_introduction(page, html), DESCRIPTION)
        anchors = woven_anchors(page, self.views.values(), self.notes)
        return Woven(page.path, html, headings, anchors, description, page.path == TERMS)

    def complete(self, page: Page, html: str) -> str:
        """Return the HTML of a woven page with the other slots filled too."""
        return finished(fill(html, lambda slot: self._fragment(slot, page)))

    def _fragment(self, slot: Slot, page: Page) -> str:
        view = self.views.get(slot.kind)
        if view is None or not (slot.key or view.by_authors):
            return ""
        context = view.context(self.notes, slot.key)
        return self.render(slot.kind, {**self._surroundings(page.url), **context})

    def _surroundings(self, base: str) -> Context:
        """Return what every partial gets: the notes, and addresses as seen from `base`."""
        return {
            "notes": self.notes,
            "repository": self.publication.repository,
            "download": self.publication.download,
            "review_days": self.publication.review_days,
            "facts": self.publication.facts,
            "downloads": self.publication.downloads,
            "link": lambda anchor: self.relative(self.notes.url_of(anchor), base),
            "page_link": lambda url: self.relative(url, base),
            "term_link": lambda term: self.relative(self.notes.term_url(term), base),
            "exam_link": lambda anchor: self.relative(self.notes.exam_url(anchor), base),
            "passage": partial(self._passage, base),
            "linked": partial(self._linked, base),
        }

    def _linked(self, base: str, html: str) -> str:
        """Return HTML with links to pages, written as `exam.md#x`, as they are from `base`."""

        def address_of(authored: str) -> str:
            path, hash, anchor = authored.partition("#")
            page = self.notes.by_path.get(path)
            return self.relative(page.url, base) + hash + anchor if page else authored

        return rebased(html, "", address_of)

    def _passage(self, base: str, passage: Passage, anchor: str) -> str:
        """Return the HTML of a passage that stands at `anchor`, with its addresses as from `base`.

        Markdown rendered it from the same notes as the rest of the page.
        """
        home = self.notes.url_of(anchor)
        return rebased(passage.html, home, lambda url: self.relative(url, base))
