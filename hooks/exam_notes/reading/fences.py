"""The lines of a page's source outside front matter, fences and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exam_notes.reading.front_matter import lines_of_front_matter

# A language, and what superfences knows beside it; with other words, or lines that are no numbers,
# it is no fence.
_FENCE = re.compile(
    r"([ \t>]*+(?:`{3,}+|~{3,}+))[ \t]*+\.?[\w#.+-]*+[ \t]*+"
    r"(?:\{.*\}|(?:"
    r"(?:title=(?:\"[^\"]*+\"|'[^']*+')"
    r"|hl_lines=(?P<lines>[\"'])\d++(?:-\d++)?+(?:[ \t]++\d++(?:-\d++)?+)*+(?P=lines)"
    r"|linenums=(?:\"\d[^\"]*+\"|'\d[^']*+'))"
    r"[ \t]*+)++)?"
)
_COMMENT = re.compile(r"(?: {0,3}+>)*+ {0,3}+<!--")


def visible_lines(source: str) -> Iterator[tuple[int, str]]:
    """Yield number and text of the lines outside front matter, fences and comments."""
    lines = list(unfenced_lines(source))
    hidden = hidden_by_comments([text for _, text in lines])
    return (line for index, line in enumerate(lines) if index not in hidden)


def unfenced_lines(source: str) -> Iterator[tuple[int, str]]:
    """Yield number and text of the lines outside front matter and fences."""
    lines = source.split("\n")
    inside = fences(lines)
    number = lines_of_front_matter(source)
    while number < len(lines):
        if number not in inside:
            yield number + 1, lines[number]
        number = inside.get(number, number) + 1


def code_in_text(source: str) -> set[int]:
    """Return the numbers of lines of code by indentation that stand inside text.

    Below such code a paragraph goes on. Where a callout or nothing follows, the lines are more
    likely meant as what they say, and indented by mistake.
    """
    lines = dict(visible_lines(source))
    found: set[int] = set()
    block: list[int] = []
    after_blank = False
    for number, text in lines.items():
        indented = text.startswith(("    ", "\t"))
        if text.strip() and not indented:
            found |= set(block) if not text.lstrip().startswith((">", "#")) else set()
            block = []
        elif indented and (block or after_blank):
            block.append(number)
        after_blank = not text.strip()
    return found


def fence_openers(source: str) -> Iterator[tuple[int, str]]:
    """Yield number and text of the lines that open fences."""
    lines = source.split("\n")
    return ((index + 1, lines[index]) for index in fences(lines))


def hidden_by_comments(lines: list[str]) -> set[int]:
    """Return the indices of lines that comments fill from their first line to their last.

    A comment with text behind it, or without an end, is none.
    """
    hidden: set[int] = set()
    ends = [index for index, line in enumerate(lines) if "-->" in line]
    upcoming = iter(ends)
    end = next(upcoming, None)
    index = 0
    while index < len(lines) and end is not None:
        while end is not None and end < index:
            end = next(upcoming, None)
        if end is not None and _COMMENT.match(lines[index]) and _fills(lines, index, end):
            hidden |= set(range(index, end + 1))
            index = end
        index += 1
    return hidden


def _fills(lines: list[str], first: int, last: int) -> bool:
    """Tell whether a comment that begins on one line ends at the end of another."""
    text = lines[last]
    start = text.index("<!--") + 4 if first == last else 0
    end = text.find("-->", start)
    return end >= 0 and not text[end + 3 :].strip()


def fences(lines: list[str]) -> dict[int, int]:
    """Return the index of the last line of each fence by that of its first.

    As superfences does it: a fence that nothing closes is none, but hides those below it from view
    until its quote ends.
    """
    found: dict[int, int] = {}
    start, closing = -1, ""
    for index, line in enumerate(lines):
        if start >= 0 and line.rstrip() == closing:
            found[start] = index
            start = -1
            continue
        if start >= 0 and _depth(line) < _depth(closing):
            start = -1
        if start < 0 and (opening := _FENCE.fullmatch(line.rstrip())):
            start, closing = index, opening[1]
    return found


def _depth(text: str) -> int:
    """Return how many quotes deep a line stands."""
    return text[: len(text) - len(text.lstrip(" \t>"))].count(">")
