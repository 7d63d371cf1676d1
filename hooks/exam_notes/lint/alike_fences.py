"""Fences that GitHub ends elsewhere than the site, or that only one of both takes for a fence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from exam_notes.reading.fences import fences
from exam_notes.reading.front_matter import lines_of_front_matter

_FENCE = re.compile(r"([ \t>]*+)(`{3,}+(?=[^`]*+$)|~{3,}+)(.*)")


class _Open(NamedTuple):
    first: int
    depth: int
    sign: str
    length: int


def other_fences(source: str) -> Iterator[int]:
    """Yield the numbers of the lines that open a fence for one of both, or end it elsewhere."""
    lines = source.split("\n")
    begin = lines_of_front_matter(source)
    theirs = dict(_fences(lines, begin))
    ours = {first: last for first, last in fences(lines).items() if first >= begin}
    yield from (first + 1 for first in theirs if ours.get(first) != theirs[first])
    hidden = {index for first, last in theirs.items() for index in range(first, last + 1)}
    yield from (first + 1 for first in ours if first not in theirs and first not in hidden)


def _fences(lines: list[str], begin: int) -> Iterator[tuple[int, int]]:
    """Yield where each fence of CommonMark begins and ends; one without an end, where it stands."""
    fence: _Open | None = None
    for index in range(begin, len(lines)):
        match = _FENCE.match(lines[index])
        if fence and _depth(lines[index]) < fence.depth:
            yield fence.first, -1
            fence = None
        if fence and match and _closes(fence, match):
            yield fence.first, index
            fence = None
        elif not fence and match:
            fence = _Open(index, match[1].count(">"), match[2][0], len(match[2]))
    if fence:
        yield fence.first, -1


def _closes(fence: _Open, match: re.Match[str]) -> bool:
    same = match[2][0] == fence.sign and match[1].count(">") == fence.depth
    return same and len(match[2]) >= fence.length and not match[3].strip()


def _depth(line: str) -> int:
    return line[: len(line) - len(line.lstrip(" \t>"))].count(">")
