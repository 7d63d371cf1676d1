"""The lines of questions in the forms that people paste: what each of them is, by itself.

Nothing is dropped here: a line has its raw text, and `text` has what is left of it without the
signs and words of its form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from exam_notes.reading.fences import fences


class Kind(Enum):
    """What a line is in a pasted question."""

    BLANK = auto()
    TEXT = auto()
    CODE = auto()
    HEADING = auto()
    NUMBER = auto()
    OPTION = auto()
    ANSWER = auto()
    REASON = auto()
    RULE = auto()
    WALL = auto()


class PasteLine(NamedTuple):
    """A line; `mark` has a heading's level in signs, an option's letter, or an answer's letters."""

    number: int
    kind: Kind
    raw: str
    text: str = ""
    mark: str = ""
    right: bool = False


_LIST = r"[ \t]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?"
_BOX = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]+\[(?P<tick>[ xX]?)\][ \t]+(?P<text>\S.*)")
_LETTER = re.compile(
    rf"{_LIST}(?P<bold>\*\*|__)?(?:\((?P<inner>[A-Ha-h])\)|(?P<bare>[A-Ha-h])(?P<early>\*\*|__)?[.)])"
    r"(?P<late>\*\*|__)?[ \t]+(?P<text>\S.*)"
)
_HEADING = re.compile(r" {0,3}(?P<mark>#{1,6})[ \t]+(?P<text>.*?)[ \t]*#*[ \t]*")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*")
_RULE = re.compile(r"[ \t]*(?:-[ \t]*){3,}|[ \t]*(?:\*[ \t]*){3,}|[ \t]*(?:_[ \t]*){3,}")
_NUMBER = re.compile(
    r"[ \t]*(?:\*\*|__)?(?:Q(?:uestion)?[ \t]*(?:no\.?|#|:)?[ \t]*:?[ \t]*(?P<q>\d{1,4})\b"
    r"(?:[ \t]+of[ \t]+\d+)?|(?P<n>\d{1,4})[.)][ \t])[ \t.):*_\u2013-]*(?P<text>.*)",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"[ \t>*_-]*(?:the[ ]+)?"
    r"(?:(?:correct|right)[ ]+(?:answer|option|choice)|answer|ans)(?:\(?s\)?)?"
    r"(?:[ ]+(?:is|are))?[ \t*_]*(?:[:=\u2013-][ \t*_]*(?P<said>.*))?",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"[ \t>*_-]*(?:overall[ ]+)?(?:explanation|reason|rationale|why|justification)s?"
    r"[ \t*_]*(?::[ \t*_]*(?P<said>.*))?",
    re.IGNORECASE,
)
_SUMMARY = re.compile(r"<summary\b[^>]*>(?P<label>.*?)</summary>", re.IGNORECASE)
_FOLD = re.compile(r"</?(?:details|summary)\b[^>]*>", re.IGNORECASE)
_LABEL = re.compile(
    r"\W*(?:(?:show|view|see|reveal|click|toggle|here|for|to|the|correct)\W+)*"
    r"(?P<what>answer|solution|explanation)s?\W*",
    re.IGNORECASE,
)


def paste_lines(lines: list[str]) -> Iterator[PasteLine]:
    """Yield each line of a text with its kind."""
    inside = fences(lines)
    index = 0
    while index < len(lines):
        if index in inside:
            block = range(index, inside[index] + 1)
            yield from (PasteLine(i + 1, Kind.CODE, lines[i], lines[i]) for i in block)
            index = inside[index] + 1
            continue
        if _is_underlined(lines, index):
            level = "#" if lines[index + 1].startswith("=") else "##"
            yield PasteLine(index + 1, Kind.HEADING, lines[index], lines[index].strip(), level)
            index += 2
            continue
        yield paste_line(index + 1, lines[index])
        index += 1


def _is_underlined(lines: list[str], index: int) -> bool:
    """Tell a heading by the line below it: a paragraph of one line, and hyphens."""
    alone = lines[index].strip() and (index == 0 or not lines[index - 1].strip())
    below = lines[index + 1] if index + 1 < len(lines) else ""
    is_text = alone and paste_line(0, lines[index]).kind is Kind.TEXT
    return bool(is_text and _UNDERLINE.fullmatch(below))


def paste_line(number: int, raw: str) -> PasteLine:
    """Return what a line outside code is."""
    text = _unfolded(raw)
    if not text.strip():
        return PasteLine(number, Kind.BLANK, raw)
    if match := _HEADING.fullmatch(text):
        return _heading(number, raw, match)
    if _RULE.fullmatch(text):
        return PasteLine(number, Kind.RULE, raw)
    if (option := _option(number, raw, text)) is not None:
        return option
    return _worded(number, raw, text)


def _unfolded(raw: str) -> str:
    """Return a line without what folds; a label that says "answer" becomes the word for it."""

    def named(match: re.Match[str]) -> str:
        label = _LABEL.fullmatch(match["label"])
        word = "Explanation" if label and label["what"][0] in "eE" else "Answer"
        return f"{word}: " if label else match["label"]

    return _FOLD.sub("", _SUMMARY.sub(named, raw)) if "<" in raw else raw


def _heading(number: int, raw: str, match: re.Match[str]) -> PasteLine:
    """Read a heading; "Answer" and "Explanation" head a part of a question, and no new one."""
    inner = _worded(number, raw, match["text"])
    if inner.kind in (Kind.ANSWER, Kind.REASON):
        return inner
    return PasteLine(number, Kind.HEADING, raw, match["text"], match["mark"])


def _option(number: int, raw: str, text: str) -> PasteLine | None:
    box = _BOX.fullmatch(text)
    ticked = bool(box and box["tick"].strip())
    letter = _LETTER.fullmatch(box["text"] if box else text)
    if letter is None:
        return PasteLine(number, Kind.OPTION, raw, box["text"].strip(), "", ticked) if box else None
    words, bold = _without_bold(letter)
    mark = (letter["inner"] or letter["bare"]).upper()
    return PasteLine(number, Kind.OPTION, raw, words, mark, ticked or bold)


def _without_bold(letter: re.Match[str]) -> tuple[str, bool]:
    """Return an option's text, and whether all of it is bold, as some mark what is right."""
    text = letter["text"].strip()
    opened = letter["bold"] and not (letter["early"] or letter["late"])
    if opened and text.endswith(letter["bold"]):
        return text[: -len(letter["bold"])].strip(), True
    return (f"{letter['bold']}{text}" if opened else text), False


def _worded(number: int, raw: str, text: str) -> PasteLine:
    label = _LABEL.fullmatch(text)
    if match := _ANSWER.fullmatch(text):
        return PasteLine(number, Kind.ANSWER, raw, (match["said"] or "").strip(" *_"))
    if match := _REASON.fullmatch(text):
        return PasteLine(number, Kind.REASON, raw, (match["said"] or "").strip())
    if label:
        kind = Kind.REASON if label["what"][0] in "eE" else Kind.ANSWER
        return PasteLine(number, kind, raw)
    if match := _NUMBER.fullmatch(text):
        return PasteLine(number, Kind.NUMBER, raw, match["text"].strip(" *_"), match["q"] or "")
    return PasteLine(number, Kind.TEXT, raw, text.rstrip())
