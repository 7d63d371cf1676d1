"""Weaves what the whole site knows into the slots of each page, through the theme's partials."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from markupsafe import Markup

from exam_notes.assemble import Page
from exam_notes.change_list import changes_by_year, year_anchor
from exam_notes.markers import Slot, fill, mark
from exam_notes.model import Passage
from exam_notes.order import by_role, letter
from exam_notes.paths import PRACTICE, TERMS
from exam_notes.publication import NOWHERE, Publication
from exam_notes.site import Site
from exam_notes.text import first_sentences, rebased

Render = Callable[[str, dict[str, Any]], str]
Relative = Callable[[str, str], str]
Context = dict[str, Any]

_HEADING = re.compile(r'<h([2-6])\b[^>]*\bid="([^"]+)"[^>]*>(.*?)(?:<a |</h)', re.DOTALL)

AUTHORS_SLOTS = (
    "services",
    "changes",
    "domains",
    "latest-changes",
    "download",
    "practice",
    "start",
)
LATEST = 5
DESCRIPTION = 200  # characters, about what a search engine shows
# Filled after the search has read the pages: leaving a text out costs it as much as reading it.
# It hears of the places of terms in search.py.
UNSEARCHED = frozenset({"controls", "foot", "elsewhere", "letters", "see", "places", "download"})


class WovenHeading(NamedTuple):
    """A heading inside woven text, for the table of contents."""

    level: int
    anchor: str
    title: str


class Woven(NamedTuple):
    """A page as it is published.

    `description` is how its first paragraph begins, as text. The table of contents of a `flat` page
    ends at the second level: a drawer of a hundred terms leads nobody anywhere.
    """

    path: str
    html: str
    headings: list[WovenHeading]
    description: str
    flat: bool


def woven_headings(fragment: str) -> list[WovenHeading]:
    return [WovenHeading(int(level), id, title) for level, id, title in _HEADING.findall(fragment)]


class Weaver:
    """Renders the slots of pages.

    `render(name, context)` renders the partial `notes/<name>.html`; `relative(target, base)` gives
    the address of `target` as seen from `base`, both URLs from the site's root.
    """

    def __init__(
        self, site: Site, render: Render, relative: Relative, publication: Publication = NOWHERE
    ) -> None:
        self.site = site
        self.render = render
        self.relative = relative
        self.publication = publication
        self._contexts: dict[str, Callable[[Slot], Context]] = {
            "controls": lambda slot: {"slug": slot.key},
            "practice": lambda _: {},
            "start": lambda _: {"practice": self.site.by_path.get(PRACTICE)},
            "foot": self._foot,
            "elsewhere": self._elsewhere,
            "letters": self._letters,
            "see": self._see,
            "places": self._places,
            "task": self._task,
            "services": self._services,
            "changes": self._changes,
            "domains": self._domains,
            "latest-changes": self._latest_changes,
            "download": lambda _: {"download": self.publication.download},
        }

    def weave(self, page: Page) -> Woven:
        """Return `page` with the slots filled whose text is to be found by the search."""
        headings: list[WovenHeading] = []

        def render(slot: Slot) -> str:
            if slot.kind in UNSEARCHED:
                return mark(slot)
            fragment = self._fragment(slot, page)
            headings.extend(woven_headings(fragment))
            return fragment

        html = page.cut.fill(render)
        description = first_sentences(html, DESCRIPTION)
        return Woven(page.path, html, headings, description, page.path == TERMS)

    def complete(self, page: Page, html: str) -> str:
        """Return the HTML of a woven page with the other slots filled too."""
        return fill(html, lambda slot: self._fragment(slot, page))

    def _fragment(self, slot: Slot, page: Page) -> str:
        context = self._contexts.get(slot.kind)
        if context is None or not (slot.key or slot.kind in AUTHORS_SLOTS):
            return ""
        return self.render(slot.kind, {"site": self.site, **self._links(page.url), **context(slot)})

    def _links(self, base: str) -> Context:
        """Return what partials use for addresses, as seen from the page at `base`."""

        def passage(passage: Passage, anchor: str) -> Markup:
            home = self.site.url_of(anchor)
            # Rendered by Markdown from the same notes as the rest of the page.
            return Markup(  # noqa: S704
                rebased(passage.html, home, lambda url: self.relative(url, base))
            )

        return {
            "link": lambda anchor: self.relative(self.site.url_of(anchor), base),
            "page_link": lambda url: self.relative(url, base),
            "term_link": lambda term: self.relative(self.site.term_url(term), base),
            "exam_link": lambda anchor: self.relative(self.site.exam_url(anchor), base),
            "passage": passage,
        }

    def _foot(self, slot: Slot) -> Context:
        question = self.site.questions[slot.key]
        siblings = self.site.service_of[slot.key].questions
        at = [sibling.id for sibling in siblings].index(question.id)
        return {
            "question": question,
            "terms": [self.site.term(id) for id in self.site.index.terms.get(slot.key, ())],
            "backlinks": self.site.index.backlinks.get(slot.key, ()),
            "task": self.site.task_of(question),
            "repository": self.publication.repository,
            "previous": siblings[at - 1] if at else None,
            "next": siblings[at + 1] if at + 1 < len(siblings) else None,
        }

    def _elsewhere(self, slot: Slot) -> Context:
        service = next(service for service in self.site.services if service.slug == slot.key)
        places = self.site.index.places.get(service.term, ())
        others = [p for p in places if self.site.service_of[p.question] is not service]
        return {"service": service, "groups": by_role(others)}

    def _letters(self, _: Slot) -> Context:
        names = [name for term in self.site.terms for name in (term.name, *term.aliases)]
        return {"letters": sorted({letter(name) for name in names})}

    def _see(self, slot: Slot) -> Context:
        term, alias = self.site.aliases[slot.key]
        return {"term": term, "alias": alias}

    def _places(self, slot: Slot) -> Context:
        places = self.site.index.places.get(slot.key, ())
        page = next((s for s in self.site.services if s.term == slot.key), None)
        return {"term": self.site.term(slot.key), "groups": by_role(places), "page": page}

    def _task(self, slot: Slot) -> Context:
        task = f"{self.site.exam.code} {slot.key}"
        return {"questions": [q for q in self.site.questions.values() if q.task == task]}

    def _services(self, _: Slot) -> Context:
        return {"services": [(s, self.site.domains_of(s)) for s in self.site.services]}

    def _domains(self, _: Slot) -> Context:
        return {"domains": [(d, self.site.questions_of(d)) for d in self.site.exam.domains]}

    def _changes(self, _: Slot) -> Context:
        groups = changes_by_year(self.site.questions.values())
        return {"groups": [(year, year_anchor(year), changes) for year, changes in groups]}

    def _latest_changes(self, _: Slot) -> Context:
        groups = changes_by_year(self.site.questions.values())
        return {"changes": [entry for _, changes in groups for entry in changes][:LATEST]}
