"""Where the links of the notes lead in the book: to its chapters, to its index, or to the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exam_notes.index.notes import Notes
from exam_notes.paths import TERMS

INDEX = "terms.xhtml"


def chapter(slug: str) -> str:
    """Return the file of the chapter of a service."""
    return f"service-{slug}.xhtml"


@dataclass(frozen=True, slots=True)
class Links:
    """Answers for addresses from the site's root; `site_url` is "" where nobody knows it."""

    targets: dict[str, str]
    site_url: str

    def address(self, url: str) -> str:
        """Return the address in the book of what stands at `url`, else that on the site, or ""."""
        return self.targets.get(url) or (self.site_url and self.site_url + url)


def links_of(notes: Notes, site_url: str) -> Links:
    """Return the links of the book of these notes."""
    return Links(dict(_targets(notes)), site_url)


def _targets(notes: Notes) -> Iterator[tuple[str, str]]:
    """Yield what stands in the book. An option's address leads to its question: no answer shows."""
    for service in notes.services:
        yield service.url, chapter(service.slug)
        for question in service.questions:
            for anchor in question.anchors:
                yield f"{service.url}#{anchor}", f"{chapter(service.slug)}#{question.id}"
    if page := notes.by_path.get(TERMS):
        yield page.url, INDEX
        yield from ((notes.term_url(term.id), f"{INDEX}#{term.id}") for term in notes.terms)
