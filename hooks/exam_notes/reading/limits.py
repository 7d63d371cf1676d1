"""One gate before reading: what no note needs, and what would stall a reader of Markdown.

Python-Markdown and difflib take quadratic time on some texts; what passes here is read in seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

from exam_notes.reading.fences import unfenced_lines

_BLANKS = re.compile(r"[ \t]{2,}+")
_SPECIAL = re.compile(r"[\[<*_`!&]")
# List markers at the head of a line: each nests a list.
_MARKERS = re.compile(r"(?:[ \t>]*+(?:[-*+]|\d{1,9}[.)])[ \t]++)*+")
_MARKER = re.compile(r"[-*+.)](?=[ \t])")
_COLUMNS = 100
_BEFORE = re.compile(r"[ \t>]*+")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a page may hold; `extra.limits` of mkdocs.yml sets others.

    Of a page: characters and headings. Of a line: characters, blanks in a row, quotes and columns
    of indentation. `work` is the sum, over blocks of lines, of signs that mean something to
    Markdown times the length of the block.
    """

    page: int = 500_000
    headings: int = 1_000
    line: int = 4_000
    blanks: int = 200
    quotes: int = 10
    indentation: int = 60
    work: int = 10_000_000


class Excess(NamedTuple):
    """What is too much, and on which line."""

    line: int
    what: str


def limits_of(settings: Any) -> Limits:
    """Return the limits that `extra.limits` of mkdocs.yml sets; what it does not name stays."""
    known = {field.name for field in fields(Limits)}
    given = settings if isinstance(settings, dict) else {}
    return Limits(**{k: v for k, v in given.items() if k in known and isinstance(v, int)})


def excess_of(text: str, limits: Limits) -> Excess | None:
    """Return the first thing that is too much in the text of a page, None where all is well."""
    if len(text) > limits.page:
        return Excess(1, f"has {len(text)} characters, more than {limits.page}")
    return next(_of_lines(text, limits), None) or next(_of_blocks(text, limits), None)


def _of_lines(text: str, limits: Limits) -> Iterator[Excess]:
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > limits.line:
            yield Excess(number, f"has a line of more than {limits.line} characters")
        if any(len(blanks) > limits.blanks for blanks in _BLANKS.findall(line)):
            yield Excess(number, f"has more than {limits.blanks} blanks in a row")
        if line.count("|") > _COLUMNS:
            yield Excess(number, f"has a table of more than {_COLUMNS} columns")
        head = _MARKERS.match(line)
        if head and len(_MARKER.findall(head[0])) > limits.quotes:
            yield Excess(number, f"has more than {limits.quotes} lists inside each other")
        if _before(line).count(">") > limits.quotes:
            yield Excess(number, f"has more than {limits.quotes} quotes inside each other")


def _of_blocks(text: str, limits: Limits) -> Iterator[Excess]:
    """Look at the lines outside fences, block by block."""
    headings = work = signs = length = 0
    for number, line in unfenced_lines(text):
        before = _before(line)
        if len(before.expandtabs(4)) > limits.indentation:
            yield Excess(number, f"is indented by more than {limits.indentation} columns")
        headings += line.lstrip().startswith("#")
        if headings > limits.headings:
            yield Excess(number, f"has more than {limits.headings} headings")
        blank = not line.strip(" >\t")
        signs, length = (0, 0) if blank else (signs + _signs(line), length + len(line))
        work += _signs(line) * length
        if work + signs * length > limits.work:
            yield Excess(number, "has too many signs such as [ and < in one block")


def _signs(line: str) -> int:
    return len(_SPECIAL.findall(line))


def _before(line: str) -> str:
    match = _BEFORE.match(line)
    return match[0] if match else ""
