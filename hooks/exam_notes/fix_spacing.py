"""Spacing of callouts: an empty line before, a bare `>` below the title, single spaces within."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exam_notes.source_lines import visible_lines

_OPENER = re.compile(r" {0,3}(>[> ]*)\[ *! *([\w-]+) *\]([-+]?) *(.*)")
_QUOTED = re.compile(r" {0,3}((?:> ?)*)(.*)")


def with_spacing(source: str) -> str:
    """Return the text of a page with its callouts set off as the form of a note wants it."""
    lines = source.split("\n")
    openers = {number: m for number, text in visible_lines(source) if (m := _OPENER.match(text))}
    mended: list[str] = []
    for number, line in enumerate(lines, start=1):
        if number in openers:
            mended += _opener(openers[number], mended, lines[number : number + 1])
        else:
            mended.append(line)
    return "\n".join(mended)


def _opener(match: re.Match[str], before: list[str], after: list[str]) -> Iterator[str]:
    """Yield the lines for an opener: what must stand before it, itself, what must stand below."""
    depth = match[1].count(">")
    outside = " ".join([">"] * (depth - 1))
    if before and not _is_empty(before[-1], depth - 1):
        yield outside
    yield f"{'> ' * depth}[!{match[2]}]{match[3]} {match[4]}".rstrip()
    if runs_on(match[1], after):
        yield " ".join([">"] * depth)


def runs_on(before: str, after: list[str]) -> bool:
    """Tell whether a title with `before` it has no bare `>` below, but text of its callout."""
    depth = before.count(">")
    return bool(after) and _depth(after[0]) >= depth and not _is_empty(after[0], depth)


def _is_empty(line: str, depth: int) -> bool:
    """Tell whether a line separates what stands at `depth` quotes deep."""
    match = _QUOTED.fullmatch(line)
    return match is not None and not match[2].strip() and _depth(line) <= depth


def _depth(line: str) -> int:
    match = _QUOTED.fullmatch(line)
    return match[1].count(">") if match else 0
