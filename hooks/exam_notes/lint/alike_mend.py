"""Mends what GitHub and the site show differently, where it is safe: see `alike.py`."""

from __future__ import annotations

from exam_notes.lint.alike import Move, scan
from exam_notes.reading.fences import fences

# Each step may show what the next one mends; a list that is in order needs one round.
_ROUNDS = 8


def mended(source: str) -> str:
    """Return the text with empty lines, indentation of lists and `1.` for `1)` put right."""
    for _ in range(_ROUNDS):
        before = source
        for step in (_with_gaps, _with_dots, _reindented):
            source = step(source)
        if source == before:
            return source
    return source


def _with_gaps(source: str) -> str:
    lines = source.split("\n")
    gaps = {d.line: d.mend.column for d in scan(source).found if d.mend.gap}
    for number, column in sorted(gaps.items(), reverse=True):
        before = lines[number - 1].expandtabs(4)[:column].rstrip()
        lines.insert(number - 1, before)
    return "\n".join(lines)


def _with_dots(source: str) -> str:
    lines = source.split("\n")
    for number in {d.line for d in scan(source).found if d.mend.dot}:
        lines[number - 1] = lines[number - 1].replace(")", ".", 1)
    return "\n".join(lines)


def _reindented(source: str) -> str:
    """Give each line in a list its four columns an item; a fence moves as a whole."""
    seen = scan(source)
    if not any(found.mend.indent for found in seen.found):
        return source
    lines = source.split("\n")
    closed = fences(lines)
    for number, moves in seen.moves.items():
        last = closed.get(number - 1, number - 1)
        for index in range(number - 1, last + 1):
            for move in reversed(moves):
                lines[index] = _moved(lines[index], move)
    return "\n".join(lines)


def _moved(line: str, move: Move) -> str:
    if move.old == move.new:
        return line
    text = line.expandtabs(4)
    rest = text[move.column :]
    blanks = len(rest) - len(rest.lstrip(" "))
    shifted = " " * max(0, blanks + move.new - move.old) + rest.lstrip(" ")
    return text[: move.column] + shifted if rest.strip() else line
