"""A page together with the lines of its source, for messages that name a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exam_notes.assemble import Page
from exam_notes.model import Problem, Question
from exam_notes.outline import Heading, QuestionOutline
from exam_notes.rules import RULES
from exam_notes.source_lines import Lines, locate

LONGEST_EXCERPT = 60


@dataclass(frozen=True, slots=True)
class Located:
    """A page and where its parts stand."""

    page: Page
    lines: Lines

    @classmethod
    def of(cls, page: Page) -> Located:
        return cls(page, locate(page.source, page.outline))

    @property
    def path(self) -> str:
        """The file as a contributor sees it."""
        return f"docs/{self.page.path}"

    def problem(self, code: str, line: int, **found: str) -> Problem:
        """Return a problem of this page; `found` fills the rule's message."""
        return problem(self.path, line, code, **found)

    def headings(self, level: int) -> Iterator[tuple[Heading, int]]:
        """Yield the headings of a level with their lines."""
        both = zip(self.page.outline.headings, self.lines.headings)
        return ((heading, line) for heading, line in both if heading.level == level)

    def questions(self) -> Iterator[tuple[QuestionOutline, Question, int]]:
        """Yield each question as outlined and as assembled, with the line of its heading."""
        lines = self.headings(2)
        for outline, question in zip(self.page.outline.questions, self.page.questions):
            yield outline, question, next((n for h, n in lines if h == outline.heading), 1)

    def line_of(self, text: str, after: int = 1) -> int:
        """Return the first line from `after` on that holds `text`, `after` where none does."""
        lines = self.page.source.split("\n")[after - 1 :]
        return next((after + i for i, line in enumerate(lines) if text in line), after)


def problem(path: str, line: int, code: str, **found: str) -> Problem:
    """Return a problem with the message of its rule; what was found is cut to an excerpt."""
    rule = RULES[code]
    excerpts = {name: text if name == "write" else _excerpt(text) for name, text in found.items()}
    return Problem(path, line, code, rule.message.format(**excerpts), rule.hint)


def _excerpt(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_EXCERPT else line[: LONGEST_EXCERPT - 1] + "…"
