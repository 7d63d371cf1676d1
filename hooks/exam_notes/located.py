"""A page together with the lines of its source, for messages that name a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exam_notes.assemble import Page
from exam_notes.model import Problem, Question
from exam_notes.outline import Heading, QuestionOutline
from exam_notes.rules import RULES
from exam_notes.source_lines import Lines, locate


@dataclass(frozen=True, slots=True)
class Located:
    """A page and where its parts stand."""

    page: Page
    lines: Lines

    @classmethod
    def of(cls, page: Page) -> Located:
        return cls(page, locate(page.source, page.outline))

    def problem(self, code: str, line: int, message: str) -> Problem:
        """Return a problem of this page, named as a contributor sees the file."""
        return Problem(f"docs/{self.page.path}", line, code, message, RULES[code].hint)

    def headings(self, level: int) -> Iterator[tuple[Heading, int]]:
        """Yield the headings of a level with their lines."""
        both = zip(self.page.outline.headings, self.lines.headings)
        return ((heading, line) for heading, line in both if heading.level == level)

    def questions(self) -> Iterator[tuple[QuestionOutline, Question, int]]:
        """Yield each question as outlined and as assembled, with the line of its heading."""
        lines = self.headings(2)
        for outline, question in zip(self.page.outline.questions, self.page.questions):
            yield outline, question, next((n for h, n in lines if h == outline.heading), 1)

    def line_of(self, text: str) -> int:
        """Return the first line that holds `text`, or 1."""
        return self.page.source[: max(self.page.source.find(text), 0)].count("\n") + 1
