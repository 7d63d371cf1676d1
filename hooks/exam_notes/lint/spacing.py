"""Spacing of callouts: an empty line before, a bare `>` below the title, single spaces within."""

from __future__ import annotations

import re
from collections.abc import Callable

from exam_notes.reading.fences import visible_lines

_OPENER = re.compile(r" {0,3}(>[> ]*)\[ *! *([\w-]+) *\]([-+]?) *(.*)")
_QUOTED = re.compile(r" {0,3}((?:> ?)*)(.*)")

# The narrowest width at which editors wrap by themselves.
_NARROWEST = 60

# An opener, the lines before it, the line below it: the lines that stand for the opener.
Mend = Callable[[re.Match[str], list[str], list[str]], list[str]]


def with_openers_apart(source: str) -> str:
    """Return the text of a page with its callouts set off from what stands above them."""
    return _with_openers(source, lambda match, above, _: [*_gap(match, above), _first_line(match)])


def with_titles_apart(source: str) -> str:
    """Return the text of a page with a bare `>` below the titles of its callouts."""
    return _with_openers(source, lambda match, _, after: [match[0], *_bare_line(match, after)])


def _with_openers(source: str, mend: Mend) -> str:
    lines = source.split("\n")
    openers = {number: m for number, text in visible_lines(source) if (m := _OPENER.match(text))}
    mended: list[str] = []
    for number, line in enumerate(lines, start=1):
        if number in openers:
            mended += mend(openers[number], mended, lines[number : number + 1])
        else:
            mended.append(line)
    return "\n".join(mended)


def _gap(match: re.Match[str], before: list[str]) -> list[str]:
    """Return the empty line that is missing above an opener."""
    depth = match[1].count(">")
    is_apart = not before or _is_empty(before[-1], depth - 1)
    return [] if is_apart else [" ".join([">"] * (depth - 1))]


def _first_line(match: re.Match[str]) -> str:
    return f"{'> ' * match[1].count('>')}[!{match[2]}]{match[3]} {match[4]}".rstrip()


def _bare_line(match: re.Match[str], after: list[str]) -> list[str]:
    """Return the bare line that is missing below a title; none where the title may go on there."""
    missing = runs_on(match[1], after) and not may_be_wrapped(match[0], after[0])
    return [" ".join([">"] * match[1].count(">"))] if missing else []


def may_be_wrapped(opener: str, below: str) -> bool:
    """Tell whether the line below a title may be the title's end: editors wrap long lines.

    They do where the next word has no room, at a width that nobody knows; and a title that goes on
    seldom does so with a capital.
    """
    text = below.lstrip(" >")
    room = len(opener) + 1 + len(text.partition(" ")[0])
    return room > _NARROWEST or text[:1].islower()


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
