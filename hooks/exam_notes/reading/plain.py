"""Makes Markdown read notes as plain notes: no HTML, and no attributes but the id of a heading.

Python-Markdown passes HTML through, and its extension attr_list sets any attribute on anything.
Both would let a note run code in readers' browsers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import HTML_RE, InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from exam_notes.marks import slot_comment
from exam_notes.reading.fences import fences, hidden_by_comments
from exam_notes.reading.tree import callout_kind

_SLOT = re.compile(r"([ >]*)<!--\s*exam-notes\b[\s:]*+([^<>]*)-->\s*")
_FENCE_WITH_BRACES = re.compile(r"([ \t>]*(?:`{3,}|~{3,}))[ \t]*\{[ \t]*\.?([\w+#-]*)")
_BRACES = re.compile(r"[ \t]*\{:?([^{}\n]*)\}[ \t]*$")
# What a browser and the theme may take for something else is no id: `&#95;_code_0`, `__config`.
_ID = re.compile(r"(?:^|\s)#([A-Za-z0-9][^\s&<>\"'\\]*)(?=\s|$)")
_ATTRIBUTES = re.compile(r"(?:\s*(?:[.#][^\s{}=]+|[\w:@.-]+=(?:\"[^\"]*\"|'[^']*'|\S*)))+\s*")
_OTHER_HTML = re.compile(r"<[!?][^<>]*>")


class SlotLine(NamedTuple):
    """A comment that asks for woven text: where among the lines, for what, whether it is alone.

    Only one that is alone is heard: what is woven in is no part of a sentence, a quote or the text
    of a picture.
    """

    at: int
    kind: str
    is_alone: bool


def slot_lines(lines: list[str]) -> Iterator[SlotLine]:
    """Yield the comments of a page that ask for woven text; `lines` has no fences."""
    hidden = hidden_by_comments(lines)
    for index in sorted(hidden):
        if match := _SLOT.fullmatch(lines[index]):
            beside = (*lines[max(index - 1, 0) : index], *lines[index + 1 : index + 2])
            alone = ">" not in match[1] and not any(line.strip() for line in beside)
            yield SlotLine(index, match[2].strip(), alone)


def read_plainly(md: Markdown) -> list[str]:
    """Take the HTML out of `md`; return the list into which each page's HTML is put, as text.

    In front of superfences (25) braces go; where html_block (20) was, comments go; where attr_list
    (8) was, the ids of headings are read.
    """
    found: list[str] = []
    for registry, name in (
        (md.preprocessors, "html_block"),
        (md.inlinePatterns, "html"),
        (md.treeprocessors, "attr_list"),
    ):
        if name in registry:
            registry.deregister(name)
    for name in ("fenced_code_block", "fenced_raw_block"):
        if name in md.preprocessors:
            _drop_attributes(md.preprocessors[name])
    md.preprocessors.register(_FencesWithoutBraces(md), "exam-notes-fences", 28)
    md.preprocessors.register(_Comments(md), "exam-notes-comments", 20)
    md.inlinePatterns.register(_HtmlAsText(HTML_RE, md, found), "exam-notes-html", 90)
    md.inlinePatterns.register(
        _HtmlAsText(f"({_OTHER_HTML.pattern})", md, found), "exam-notes-other-html", 89
    )
    md.treeprocessors.register(_HeadingIds(md), "exam-notes-ids", 8)
    return found


def _drop_attributes(fences_of_superfences: Any) -> None:
    """Let superfences read a language from braces, and neither classes, id nor attributes."""
    original = fences_of_superfences.handle_attrs

    def handle_attrs(match: re.Match[str]) -> Any:
        okay = original(match)
        fences_of_superfences.id = ""
        fences_of_superfences.classes = []
        fences_of_superfences.attrs = {}
        return okay

    fences_of_superfences.handle_attrs = handle_attrs


class _FencesWithoutBraces(Preprocessor):
    """Leaves the language of a fence's braces, and nothing else of them."""

    def run(self, lines: list[str]) -> list[str]:
        result = list(lines)
        for index in fences(lines):
            if match := _FENCE_WITH_BRACES.match(lines[index]):
                result[index] = f"{match[1]}{match[2]}"
        return result


class _Comments(Preprocessor):
    """Sets comments aside; one that asks for woven text, alone, becomes the mark of its slot."""

    def run(self, lines: list[str]) -> list[str]:
        hidden = hidden_by_comments(lines)
        slots = {slot.at: slot.kind for slot in slot_lines(lines) if slot.is_alone}
        return [
            self.md.htmlStash.store(slot_comment(slots[index]))
            if index in slots
            else _without_comment(line)
            if index in hidden
            else line
            for index, line in enumerate(lines)
        ]


def _without_comment(line: str) -> str:
    """Return the signs of quotes that a line of a comment begins with."""
    return line[: len(line) - len(line.lstrip(" >"))].rstrip()


class _HtmlAsText(InlineProcessor):
    """Shows HTML as the text it is, and notes it for the rule that forbids it."""

    def __init__(self, pattern: str, md: Markdown, found: list[str]) -> None:
        super().__init__(pattern, md)
        self.found = found

    def handleMatch(  # type: ignore[override]  # noqa: N802  (the name is Markdown's)
        self, m: re.Match[str], _: str
    ) -> tuple[str, int, int]:
        self.found.append(self.unescape(m[0]))
        return AtomicString(m[0]), m.start(0), m.end(0)


class _HeadingIds(Treeprocessor):
    """Reads `{ #id }` at the end of a heading, and nothing else that braces may hold.

    A callout keeps its kind, and no class that stands behind a bar: `[!note | verdict]`.
    """

    def run(self, root: Element) -> None:
        for element in root.iter():
            if re.fullmatch("h[1-6]", element.tag):
                _read_id(element)
            elif element.tag in ("details", "div") and (kind := callout_kind(element)):
                element.set("class", kind if element.tag == "details" else f"admonition {kind}")


def _read_id(heading: Element) -> None:
    last = heading[-1] if len(heading) else None
    text = (heading.text if last is None else last.tail) or ""
    braces = _BRACES.search(text)
    if not braces or not _ATTRIBUTES.fullmatch(braces[1]):
        return
    if found := _ID.search(braces[1]):
        heading.set("id", found[1])
    rest = text[: braces.start()]
    if last is None:
        heading.text = rest
    else:
        last.tail = rest
