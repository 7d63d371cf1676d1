"""A small scanner of the source text, for the lines of problems and for callouts nobody reads.

Meaning comes from the tree (`reader.py`). Python-Markdown has no source positions, so headings and
callout openers are found again here, outside fences and comments, and laid beside the tree's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from exam_notes.outline import Callout, Heading, Outline

_FENCE = re.compile(r"([ \t>]*)(`{3,}|~{3,})")
_HEADING = re.compile(r"[ >]{0,9}(#{1,6})[ \t]+(.*)")
_OPENER = re.compile(
    r"(?P<before>[ \t>*+\-]*(?:\d+[.)][ \t]+)?[ \t>]*)"
    r"\[(?P<left>\s*!\s*)(?P<kind>[\w-]+)(?P<right>[^\]]*)\](?P<mark>[-+]?)(?P<title>.*)"
)
FRONT_MATTER = re.compile(r"---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_NOT_VISIBLE = re.compile(r"\]\([^)]*\)|<[^>]*>|&\w+;|\{[^}]*\}\s*$|\x02.*?\x03")
_NOT_WORD = re.compile(r"[\W_]+")

Key = tuple[str, str]


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
    """Find the lines of what `outline` holds, and the openers that the tree does not know."""
    lines = list(visible_lines(source))
    openers = [opener for number, text in lines if (opener := _opener(number, text))]
    partner = _beside(
        [(o.kind.lower(), _words(o.title) or o.kind.lower()) for o in openers],
        [(c.kind, _words(c.title) or c.kind) for c in outline.callouts],
    )
    matched = set(partner.values())
    return Lines(
        tuple(
            (o, outline.callouts[partner[i]] if i in partner else None)
            for i, o in enumerate(openers)
        ),
        tuple(c for j, c in enumerate(outline.callouts) if j not in matched),
        _heading_lines(lines, outline.headings),
    )


def visible_lines(source: str) -> Iterator[tuple[int, str]]:
    """Yield number and text of the lines outside front matter, fences and comments."""
    front = FRONT_MATTER.match(source)
    skipped = source.count("\n", 0, front.end()) if front else 0
    lines = source.split("\n")
    number = skipped
    while number < len(lines):
        end = _fence_end(lines, number) or _comment_end(lines, number)
        if end is None:
            yield number + 1, lines[number]
        number = (number if end is None else end) + 1


def _fence_end(lines: list[str], start: int) -> int | None:
    """Return the index of the line that closes the fence opened at `start`, None for no fence."""
    opening = _FENCE.match(lines[start])
    if not opening:
        return None
    depth, fence = opening[1].count(">"), opening[2]
    for index in range(start + 1, len(lines)):
        body = lines[index].lstrip(" \t>")
        if lines[index][: len(lines[index]) - len(body)].count(">") < depth:
            return None
        if body.startswith(fence) and not body.strip().strip(fence[0]):
            return index
    return None


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
    """Return the line of each heading, 1 where it was not found."""
    found = [(n, match) for n, text in lines if (match := _HEADING.match(text))]
    partner = _beside(
        [(str(len(match[1])), _words(match[2])) for _, match in found],
        [(str(heading.level), _words(heading.title.text)) for heading in headings],
    )
    by_heading = {j: found[i][0] for i, j in partner.items()}
    return tuple(by_heading.get(j, 1) for j in range(len(headings)))


def _beside(source: list[Key], tree: list[Key]) -> dict[int, int]:
    """Pair the two lists in order: equal ones, and runs of one length that are alike in kind."""
    if source == tree:
        return {index: index for index in range(len(source))}
    pairs: dict[int, int] = {}
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, source, tree, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and i2 - i1 == j2 - j1):
            same_kind = (
                (i, j) for i, j in zip(range(i1, i2), range(j1, j2)) if source[i][0] == tree[j][0]
            )
            pairs.update(same_kind)
    return pairs


def _words(text: str) -> str:
    """Reduce Markdown or rendered text to what both have in common."""
    return _NOT_WORD.sub("", _NOT_VISIBLE.sub("", text)).lower()
