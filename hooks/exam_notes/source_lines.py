"""A small scanner of the source text, for the lines of problems and for callouts nobody reads.

Meaning comes from the tree (`reader.py`). Python-Markdown has no source positions, so headings and
callout openers are found again here, outside fences and comments, and laid beside the tree's.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from exam_notes.alignment import Key, pairs, pairs_in_sections
from exam_notes.outline import Callout, Heading, Outline

_FENCE = re.compile(r"([ \t>]*)(`{3,}|~{3,})")
_HEADING = re.compile(r"[ >]{0,9}(#{1,6})(.*)")
_OPENER = re.compile(
    r"(?P<before>[ \t>*+\-]*(?:\d+[.)][ \t]+)?[ \t>]*)"
    r"\[(?P<left>\s*!\s*)(?P<kind>[\w-]+)(?P<right>[^\]]*)\](?P<mark>[-+]?)(?P<title>.*)"
)
FRONT_MATTER = re.compile(r"---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_NOT_VISIBLE = re.compile(r"\]\([^)]*\)|<[^>]*>|&\w+;|\{[^}]*\}\s*$|\x02.*?\x03")
_NOT_WORD = re.compile(r"[\W_]+")


class Opener(NamedTuple):
    """A line that opens a callout, or looks as if it should."""

    line: int
    before: str
    kind: str
    mark: str
    title: str
    spaced: bool


@dataclass(frozen=True, slots=True)
class Lines:
    """Where things stand in a page's source, in lines from 1.

    `openers` has each opener with the callout the tree made of it, or None; `missed` the callouts
    of the tree for which no opener was found.
    """

    openers: tuple[tuple[Opener, Callout | None], ...]
    missed: tuple[Callout, ...]
    headings: tuple[int, ...]

    def of_callout(self, anchor: str) -> int:
        """Return the line of the callout that was read under `anchor`, or 1."""
        lines = (o.line for o, callout in self.openers if callout and callout.anchor == anchor)
        return next(lines, 1)


def locate(source: str, outline: Outline) -> Lines:
    """Find the lines of what `outline` holds, and the openers that the tree does not know.

    Headings are found first; callouts are then looked for between the same two headings.
    """
    lines = list(visible_lines(source))
    headings = _heading_lines(lines, outline.headings)
    found = sorted(line for line in headings if line)
    openers = [opener for number, text in lines if (opener := _opener(number, text))]
    sections = [(_openers_key(o), bisect(found, o.line)) for o in openers]
    tree = [(_callout_key(c), sum(map(bool, headings[: c.headings]))) for c in outline.callouts]
    partner = pairs_in_sections(sections, tree)
    callouts = {i: outline.callouts[j] for i, j in partner.items()}
    matched = set(partner.values())
    return Lines(
        tuple((opener, callouts.get(i)) for i, opener in enumerate(openers)),
        tuple(c for j, c in enumerate(outline.callouts) if j not in matched),
        tuple(line or 1 for line in headings),
    )


def _openers_key(opener: Opener) -> Key:
    return opener.kind.lower(), words_of(opener.title) or opener.kind.lower()


def _callout_key(callout: Callout) -> Key:
    return callout.kind, words_of(callout.title) or callout.kind


def visible_lines(source: str) -> Iterator[tuple[int, str]]:
    """Yield number and text of the lines outside front matter, fences and comments."""
    return _lines_without(source, _fence_end, _comment_end)


def unfenced_lines(source: str) -> Iterator[tuple[int, str]]:
    """Yield number and text of the lines outside front matter and fences."""
    return _lines_without(source, _fence_end)


def _lines_without(
    source: str, *ends: Callable[[list[str], int], int | None]
) -> Iterator[tuple[int, str]]:
    """Yield the lines at which none of `ends` knows a last line of something to pass over."""
    front = FRONT_MATTER.match(source)
    lines = source.split("\n")
    number = source.count("\n", 0, front.end()) if front else 0
    while number < len(lines):
        last = next((last for end in ends if (last := end(lines, number)) is not None), None)
        if last is None:
            yield number + 1, lines[number]
        number = (number if last is None else last) + 1


def _fence_end(lines: list[str], start: int) -> int | None:
    """Return the index of the line that closes the fence opened at `start`, None for no fence."""
    opening = _FENCE.match(lines[start])
    if not opening:
        return None
    depth = opening[1].count(">")
    for index in range(start + 1, len(lines)):
        text = lines[index].rstrip()
        if _depth(text) < depth:
            return None
        if text == opening[0]:
            return index
    return None


def _depth(text: str) -> int:
    """Return how many quotes deep a line stands."""
    return text[: len(text) - len(text.lstrip(" \t>"))].count(">")


def _comment_end(lines: list[str], start: int) -> int | None:
    """Return the index of the line that ends the comment begun at `start`, None for no comment."""
    if not lines[start].lstrip().startswith("<!--"):
        return None
    return next((i for i in range(start, len(lines)) if "-->" in lines[i]), None)


def _opener(number: int, text: str) -> Opener | None:
    match = _OPENER.match(text) if "[" in text else None
    if not match:
        return None
    spaced = match["left"] != "!" or match["right"][:1].isspace()
    return Opener(
        number, match["before"], match["kind"], match["mark"], match["title"].strip(), spaced
    )


def _heading_lines(lines: list[tuple[int, str]], headings: Sequence[Heading]) -> tuple[int, ...]:
    """Return the line of each heading, 0 where it was not found."""
    found = [(n, match) for n, text in lines if (match := _HEADING.match(text))]
    partner = pairs(
        [(str(len(match[1])), words_of(match[2])) for _, match in found],
        [(str(heading.level), words_of(heading.title.text)) for heading in headings],
    )
    by_heading = {j: found[i][0] for i, j in partner.items()}
    return tuple(by_heading.get(j, 0) for j in range(len(headings)))


def words_of(text: str) -> str:
    """Reduce Markdown or rendered text to what both have in common."""
    return _NOT_WORD.sub("", _NOT_VISIBLE.sub("", text)).lower()
