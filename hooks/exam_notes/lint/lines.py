"""A small scanner of the source text, for the lines of problems and for callouts nobody reads.

Meaning comes from the tree (`reading/`). Python-Markdown has no source positions, so headings and
callout openers are found again here, outside fences and comments, and laid beside the tree's.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exam_notes.lint.alignment import Key, pairs, pairs_in_sections
from exam_notes.lint.opener import Opener, opener_in
from exam_notes.reading.fences import code_in_text, visible_lines
from exam_notes.reading.outline import Callout, Heading, Outline

_HEADING = re.compile(r"[ >]{0,9}(#{1,6})(.*)")
_UNDERLINE = re.compile(r"[ >]{0,9}(=+|-+)[ \t]*")
_NOT_VISIBLE = re.compile(r"\]\([^)]*\)|<[^>]*>|&\w+;|\{[^}]*\}\s*$|\x02.*?\x03")
_NOT_WORD = re.compile(r"[\W_]+")


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
    code = code_in_text(source)
    openers = [
        opener
        for number, text in lines
        if number not in code and (opener := opener_in(number, text))
    ]
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


def _heading_lines(lines: list[tuple[int, str]], headings: Sequence[Heading]) -> tuple[int, ...]:
    """Return the line of each heading, 0 where it was not found."""
    found = list(_possible_headings(lines))
    partner = pairs(
        [key for _, key in found],
        [(str(heading.level), words_of(heading.title.text)) for heading in headings],
    )
    by_heading = {j: found[i][0] for i, j in partner.items()}
    return tuple(by_heading.get(j, 0) for j in range(len(headings)))


def _possible_headings(lines: list[tuple[int, str]]) -> Iterator[tuple[int, Key]]:
    """Yield the lines that may be headings, with level and words: by `#`, or by a line below."""
    for (number, text), (below, underline) in zip(lines, [*lines[1:], (0, "")]):
        if match := _HEADING.match(text):
            yield number, (str(len(match[1])), words_of(match[2]))
        elif text.strip(" >") and below == number + 1 and (line := _UNDERLINE.fullmatch(underline)):
            yield number, ("1" if line[1][0] == "=" else "2", words_of(text))


def words_of(text: str) -> str:
    """Reduce Markdown or rendered text to what both have in common."""
    return _NOT_WORD.sub("", _NOT_VISIBLE.sub("", text)).lower()
