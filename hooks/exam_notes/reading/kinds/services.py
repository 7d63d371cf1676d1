"""Reads the questions of a page under docs/services/ and prepares its tree for weaving."""

from __future__ import annotations

from string import ascii_uppercase
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown

from exam_notes.marks import around, here
from exam_notes.model import Verdict
from exam_notes.paths import service_slug
from exam_notes.reading.anchors import change_anchor, option_anchor
from exam_notes.reading.kinds.kind import Found, Kind, PageTree
from exam_notes.reading.outline import Callout, OptionOutline, QuestionOutline
from exam_notes.reading.tree import (
    callout_kind,
    callout_title,
    callouts_below,
    heading_of,
    passage,
    sections,
)
from exam_notes.visible import first_line_of_code

CHANGE = "warning"
SOURCES = "quote"
PLAIN = ("note", "tip", "info", "example")
REMEMBER = "abstract"
OPTIONS = {verdict.value: verdict for verdict in Verdict}
ELSEWHERE = "elsewhere"
FIGURES = "figures"


def read_service_page(page: PageTree) -> Found:
    """Read every question of the page, in place."""
    slug = service_slug(page.path)
    remembered = [element for element in page.root if _is_remembered(element)]
    for element in remembered:
        page.root.remove(element)
        page.read[element] = Callout(REMEMBER, callout_title(element, page.md).text, FIGURES)
    above, parts = sections(page.root)
    questions = []
    page.root[:] = [*above, here("controls", slug)]
    for heading, body in parts:
        question = _QuestionReader(heading, page)
        questions.append(question.read(body))
        page.root.append(heading)
        page.root.extend([*question.elements, here("foot", question.heading.id)])
    if remembered:
        page.root.extend([_heading(FIGURES, "Worth remembering"), *remembered])
    elsewhere = _heading(ELSEWHERE, f"{page.title.text} on other pages")
    elsewhere.set("data-search-exclude", "true")
    page.root.extend([elsewhere, here(ELSEWHERE, slug)])
    return Found(questions=tuple(questions))


def _is_remembered(element: Element) -> bool:
    """Tell a closed callout of figures: they answer questions, so they stand after all of them."""
    is_closed = element.tag == "details" and not element.get("open")
    return is_closed and callout_kind(element) == REMEMBER


def _heading(id: str, text: str) -> Element:
    heading = Element("h2", {"id": id})
    heading.text = text
    heading.tail = "\n"
    return heading


class _QuestionReader:
    """Collects the parts of one question; `elements` is its body, ready for weaving."""

    def __init__(self, heading: Element, page: PageTree) -> None:
        self.md = page.md
        self.all_read = page.read
        self.aliases = page.aliases
        self.heading = heading_of(heading, page.md)
        heading.set("id", self.heading.id)
        heading.extend(self._old_addresses(self.heading.id))
        self.elements: list[Element] = []
        self.options: list[OptionOutline] = []
        self.changes: list[Callout] = []
        self.sources: list[Callout] = []
        self.stray: list[str] = []
        self.taken: set[str] = set()

    def read(self, body: list[Element]) -> QuestionOutline:
        first = next((i for i, element in enumerate(body) if _ends_stem(element)), len(body))
        self.elements = around("stem", self.heading.id, body[:first]) + body[first:]
        for element in body[first:]:
            self._read_part(element)
        return QuestionOutline(
            self.heading,
            tuple(self.options),
            tuple(self.changes),
            tuple(self.sources),
            tuple(self.stray),
        )

    def _old_addresses(self, anchor: str) -> list[Element]:
        """Return elements under which what stands at `anchor` was found before."""
        return [Element("span", {"id": old}) for old in self.aliases.get(anchor, ())]

    def _take(self, element: Element, callout: Callout) -> Callout:
        self.all_read[element] = callout
        self.taken.add(callout.anchor)
        return callout

    def _read_part(self, element: Element) -> None:
        kind = callout_kind(element)
        if is_option(element):
            self.options.append(self._read_option(element, OPTIONS[kind]))
        elif kind == CHANGE:
            self.changes.append(self._read_change(element, self.heading.id))
        elif kind == SOURCES and not self.sources:
            self.sources.append(self._read_sources(element))
        elif (not kind or kind in PLAIN) and (text := _shown(element, self.md)):
            self.stray.append(text)

    def _read_option(self, element: Element, verdict: Verdict) -> OptionOutline:
        title = callout_title(element, self.md)
        anchor = option_anchor(self.heading.id, title.text, self.taken)
        self._take(element, Callout(verdict.value, title.text, anchor))
        notes = [inner for inner in callouts_below(element) if callout_kind(inner) == CHANGE]
        changes = tuple(self._read_change(note, anchor) for note in notes)
        _add_letter(element[0], len(self.options))
        line = _verdict_line(anchor, verdict)
        line.extend(self._old_addresses(anchor))
        element[1:] = [line, *around("reason", anchor, element[1:])]
        return OptionOutline(anchor, verdict, title, changes)

    def _read_change(self, element: Element, owner: str) -> Callout:
        label = callout_title(element, self.md).text
        anchor = change_anchor(owner, label, self.taken)
        element.set("id", anchor)
        element[0].extend(self._old_addresses(anchor))
        element[1:] = around("change", anchor, element[1:])
        return self._take(element, Callout(CHANGE, label, anchor))

    def _read_sources(self, element: Element) -> Callout:
        anchor = f"{self.heading.id} sources"  # a key for its line only: no option has a space
        title = callout_title(element, self.md).text
        element[1:] = around("sources", self.heading.id, element[1:])
        return self._take(element, Callout(SOURCES, title, anchor))


def is_option(element: Element) -> bool:
    """Tell whether an element is a closed callout of a verdict, with a title of plain text."""
    first = next(iter(element), None)
    return (
        callout_kind(element) in OPTIONS
        and element.tag == "details"
        and not element.get("open")
        and first is not None
        and first.tag == "summary"
        and not any(child.tag in ("h1", "h2", "h3", "h4", "h5", "h6") for child in first)
    )


def _shown(element: Element, md: Markdown) -> str:
    """Return what a reader sees of an element: its text, or a picture's, or a line of its code."""
    if callout_kind(element):
        return callout_title(element, md).text
    shown = passage(element, md)
    pictures = (image.get("alt") or image.get("src") or "" for image in element.iter("img"))
    return shown.text or next(pictures, "") or first_line_of_code(shown.html)


def _ends_stem(element: Element) -> bool:
    return callout_kind(element) in (*OPTIONS, CHANGE, SOURCES)


def _add_letter(summary: Element, number: int) -> None:
    """Put the letter of an option before its text, for the eye and the ear, not for addresses."""
    letter = Element("span", {"class": "letter", "data-search-exclude": "true"})
    letter.text = f"{ascii_uppercase[number % 26]}."
    letter.tail = f" {summary.text or ''}"
    summary.text = ""
    summary.insert(0, letter)


def _verdict_line(anchor: str, verdict: Verdict) -> Element:
    """Return the first line of an answer. Its id opens the closed answer without JavaScript."""
    line = Element(
        "p",
        {"class": f"verdict {verdict.name.lower()}", "id": anchor, "data-search-exclude": "true"},
    )
    SubElement(line, "strong").text = verdict.word
    link = SubElement(line, "a", {"class": "option-link", "href": f"#{anchor}"})
    link.text = "Link to this option"
    line.tail = "\n"
    return line


KIND = Kind(lambda path: bool(service_slug(path)), read_service_page)
