"""Reads docs/terms.md and lays it out as an index: letters, terms, and "see" lines for aliases."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown

from exam_notes.marks import around, here
from exam_notes.order import SortKey, letter, term_key
from exam_notes.paths import TERMS
from exam_notes.reading.kinds.kind import Found, Kind, PageTree
from exam_notes.reading.outline import TermOutline
from exam_notes.reading.tree import heading_of, passage, sections

_ALSO = "Also:"


class Entry(NamedTuple):
    """A line of the index: sorted by key; the elements that show it."""

    key: SortKey
    letter: str
    elements: list[Element]


def read_terms_page(page: PageTree) -> Found:
    """Read every term of the page, and put terms and aliases in order below their letters."""
    above, parts = sections(page.root)
    terms = []
    entries: list[Entry] = []
    for heading, body in parts:
        term = _read_term(heading, body, page.md)
        terms.append(term)
        entries += [_term_entry(term, heading, body), *_alias_entries(term)]
    page.root[:] = [*above, here("letters", "all"), *_by_letter(entries)]
    return Found(terms=tuple(terms))


def _read_term(heading: Element, body: list[Element], md: Markdown) -> TermOutline:
    first = passage(body[0], md).text if body else ""
    names = first.removeprefix(_ALSO).split(",") if first.startswith(_ALSO) else []
    aliases = tuple(name.strip() for name in names if name.strip())
    return TermOutline(heading_of(heading, md), aliases)


def _term_entry(term: TermOutline, heading: Element, body: list[Element]) -> Entry:
    """Return a term's entry; its heading goes down a level, for the letters stand above it."""
    heading.tag = "h3"
    heading.set("id", term.heading.id)
    also, definition = (body[:1], body[1:]) if term.aliases else ([], body)
    name = term.heading.title.text
    box = Element("div", {"class": "term", "data-names": ", ".join((name, *term.aliases))})
    box.extend([heading, *also, *around("definition", term.heading.id, definition)])
    box.append(here("places", term.heading.id))
    box.tail = "\n"
    return _entry(name, [box])


def _alias_entries(term: TermOutline) -> list[Entry]:
    """Return a "see" line for each alias that does not stand where its term stands."""
    name = term.heading.title.text
    return [
        _entry(alias, [here("see", f"{term.heading.id}/{number}")])
        for number, alias in enumerate(term.aliases)
        if term_key(alias) != term_key(name)
    ]


def _entry(name: str, elements: list[Element]) -> Entry:
    return Entry(term_key(name), letter(name), elements)


def _by_letter(entries: list[Entry]) -> list[Element]:
    elements: list[Element] = []
    last = ""
    for entry in sorted(entries, key=lambda entry: entry.key):
        if entry.letter != last:
            elements.append(_letter_heading(entry.letter))
            last = entry.letter
        elements += entry.elements
    return elements


def _letter_heading(name: str) -> Element:
    heading = Element("h2", {"id": letter_anchor(name), "data-search-exclude": "true"})
    heading.text = name
    heading.tail = "\n"
    return heading


def letter_anchor(name: str) -> str:
    return f"letter-{name.lower()}"


KIND = Kind(lambda path: path == TERMS, read_terms_page)
