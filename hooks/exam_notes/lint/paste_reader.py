"""Reads pasted questions: puts line by line where it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from exam_notes.lint.paste_lines import Kind, PasteLine
from exam_notes.lint.pasted import Pasted, PastedOption, letters_of

_BRACES = re.compile(r"[ \t]*(\{[^{}]*\})[ \t]*$")


def questions_in(lines: Iterable[PasteLine]) -> list[Pasted]:
    """Return the parts of a text, one behind the other: pasted questions, and what is none."""
    reader = _Reader()
    for line in lines:
        reader.put(line)
    return [part for part in reader.parts if part.last]


class _Reader:
    """Takes line after line; `target` is the text that a line of words goes on with."""

    def __init__(self) -> None:
        self.parts = [Pasted(1)]
        self.target = self.parts[-1].stem
        self.closed = False
        self.blank = True

    @property
    def now(self) -> Pasted:
        return self.parts[-1]

    def put(self, line: PasteLine) -> None:
        takes = {
            Kind.HEADING: self._heading,
            Kind.NUMBER: self._number,
            Kind.OPTION: self._option,
            Kind.ANSWER: self._answer,
            Kind.REASON: self._reason,
            Kind.TEXT: self._text,
            Kind.CODE: self._code,
        }
        if line.kind in takes:
            self._begin_where_closed(line)
            takes[line.kind](line)
            self.now.last = line.number
        elif line.kind is Kind.BLANK and line.raw.strip() and self.now.last:
            self.now.last = line.number  # what folds
        elif line.kind is Kind.BLANK and self.target and self.target[-1].strip():
            self.target.append("")
        elif line.kind is Kind.WALL or (line.kind is Kind.RULE and self.now.options):
            self.closed = True
        self.blank = line.kind is Kind.BLANK

    def _begin_where_closed(self, line: PasteLine) -> None:
        if self.closed and line.kind not in (Kind.ANSWER, Kind.REASON):
            self._begin(line.number)
        self.closed = False

    def _begin(self, number: int) -> None:
        self.parts.append(Pasted(number))
        self.target = self.now.stem

    def _heading(self, line: PasteLine) -> None:
        """Begin a question; braces behind its heading, with an id, are no words of it."""
        self._begin(line.number)
        self.now.heading, self.now.level = _BRACES.sub("", line.text), len(line.mark)
        self.now.rest += _BRACES.findall(line.text)

    def _number(self, line: PasteLine) -> None:
        """Begin the next question at "Question 2", and at "2." below options."""
        is_list = not line.mark and any(text.strip() for text in self.now.stem)
        if self.now.options or (line.mark and self.now.stem):
            self._begin(line.number)
        elif is_list:
            return self._text(line._replace(text=line.raw.rstrip()))
        if line.mark:
            self.now.rest.append(line.raw.strip().removesuffix(line.text).strip())
        return self.target.append(line.text)

    def _option(self, line: PasteLine) -> None:
        known = [option.letter for option in self.now.options]
        if self.target is self.now.reasons and line.mark in ("", "A") and known:
            stem = self._last_paragraph()
            if not stem:
                return self._text(line._replace(text=line.raw.strip()))
            self._begin(line.number - len(stem))
            self.now.stem[:] = stem
            known = []
        if line.mark and line.mark != "ABCDEFGH"[len(known) : len(known) + 1]:
            return self._text(line._replace(text=line.raw.strip()))
        option = PastedOption(line.mark, line.text, line.right)
        self.now.options.append(option)
        self.target = option.below
        return None

    def _last_paragraph(self) -> list[str]:
        """Take the last paragraph away that follows a question: the next one begins with it.

        Where it is all that follows, it is what belongs to the question, unless it asks.
        """
        lines = self.now.reasons
        while lines and not lines[-1].strip():
            lines.pop()
        start = next((i for i in range(len(lines), 0, -1) if not lines[i - 1].strip()), 0)
        taken = lines[start:]
        if start == 0 and not (taken and taken[-1].rstrip().endswith("?")):
            return []
        del lines[start:]
        return taken

    def _answer(self, line: PasteLine) -> None:
        letters, rest = letters_of(line.text)
        self.now.answered = True
        self.target = self.now.reasons
        self.now.answers += letters
        if rest and not letters and any(option.text == rest for option in self.now.options):
            self.now.answers.append(rest)
        elif rest:
            self.target.append(rest)

    def _reason(self, line: PasteLine) -> None:
        self.target = self.now.reasons
        if line.text:
            self.target.append(line.text)

    def _text(self, line: PasteLine) -> None:
        """Take text: the letter below "Answer", an option's next line, or what follows."""
        waits = self.now.answered and not self.now.answers and self.target is self.now.reasons
        letters, rest = letters_of(line.text.strip()) if waits else ([], "")
        if letters and not any(text.strip() for text in self.target):
            self.now.answers += letters
            self.target += [rest] if rest else []
            return
        is_below = bool(self.now.options) and self.target is self.now.options[-1].below
        if is_below and not self.blank and not self.target:
            self.now.options[-1].text += f" {line.text.strip()}"
            return
        if is_below and not line.raw.startswith((" ", "\t")):
            self.target = self.now.reasons
        self.target.append(line.text.strip() if is_below else line.text)

    def _code(self, line: PasteLine) -> None:
        self.target.append(line.raw)
