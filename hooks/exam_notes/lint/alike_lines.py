"""The lines of a page as a reader of Markdown meets them: what each one is, quote by quote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from exam_notes.reading.fences import fences, visible_lines
from exam_notes.reading.front_matter import lines_of_front_matter


class Kind(Enum):
    """What a line is, looked at alone."""

    BLANK = auto()
    COMMENT = auto()
    QUOTE = auto()
    OPENER = auto()
    HEADING = auto()
    RULE = auto()
    ITEM = auto()
    FENCE = auto()
    ROW = auto()
    TEXT = auto()


class Line(NamedTuple):
    """A line, or what a quote holds of it; `mark` is that of an item, `width` its columns."""

    number: int
    kind: Kind
    indent: int
    text: str
    mark: str = ""
    width: int = 0


_OPENER = re.compile(r"\[![\w-]++\][-+]?")
_HEADING = re.compile(r"#{1,6}(?: |$)")
_RULE = re.compile(r"(?:- *){3,}+$|(?:_ *){3,}+$|(?:\* *){3,}+$")
_HIDDEN = "<!--"
_ITEM = re.compile(r"([-*+]|\d{1,9}[.)])( +|$)")


def raw_lines(source: str) -> Iterator[tuple[int, str, bool]]:
    """Yield number and text of the lines in sight, and whether it opens a fence.

    What fences hold is left out; of a comment, each line is shown as its beginning.
    """
    lines = source.split("\n")
    visible = dict(visible_lines(source))
    closed = fences(lines)
    index = lines_of_front_matter(source)
    while index < len(lines):
        text = visible.get(index + 1)
        before = lines[index][: len(lines[index]) - len(lines[index].lstrip(" >"))]
        shown = lines[index] if index in closed else before + _HIDDEN if text is None else text
        yield index + 1, shown.expandtabs(4).rstrip("\r"), index in closed
        index = closed.get(index, index) + 1


def line_of(number: int, text: str, *, opens_fence: bool) -> Line:
    """Say what a line is, of which the quotes around it are taken away."""
    stripped = text.strip(" ")
    indent = len(text) - len(text.lstrip(" "))
    if not stripped:
        return Line(number, Kind.BLANK, 0, "")
    if stripped == _HIDDEN:
        return Line(number, Kind.COMMENT, indent, "")
    if stripped.startswith(">"):
        return Line(number, Kind.QUOTE, indent, stripped)
    if opens_fence:
        return Line(number, Kind.FENCE, indent, stripped)
    if (item := _ITEM.match(stripped)) and not _RULE.match(stripped):
        rest = stripped[item.end() :]
        return Line(number, Kind.ITEM, indent, rest, item[1], len(item[1]) + len(item[2]))
    return Line(number, _kind(stripped), indent, text.lstrip(" "))


def _kind(text: str) -> Kind:
    for pattern, kind in ((_OPENER, Kind.OPENER), (_HEADING, Kind.HEADING), (_RULE, Kind.RULE)):
        if pattern.match(text):
            return kind
    return Kind.ROW if text.startswith("|") else Kind.TEXT


def without_sign(text: str) -> str:
    """Return what a quote holds of a line: without the sign and one blank behind it."""
    rest = text.lstrip(" ")[1:]
    return rest.removeprefix(" ")


def without_opener(text: str) -> str:
    """Return the title behind the brackets that open a callout, with as many signs as before."""
    match = _OPENER.match(text)
    return " " * match.end() + text[match.end() :] if match else text
