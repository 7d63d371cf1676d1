"""A page together with the lines of its source, for messages that name a line."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, takewhile
from typing import NamedTuple

from exam_notes.lint.address_lines import address_lines
from exam_notes.lint.lines import Lines, locate, words_of
from exam_notes.model import Option, Question
from exam_notes.paths import TERMS, service_slug
from exam_notes.reading.fences import visible_lines
from exam_notes.reading.outline import Heading, QuestionOutline
from exam_notes.reading.page import Page

_OPENER = re.compile(r"\[![^\]]*+\][-+]?")


@dataclass(frozen=True)
class Located:
    """A page and where its parts stand."""

    page: Page
    lines: Lines

    @classmethod
    def of(cls, page: Page) -> Located:
        return cls(page, locate(page.source.text, page.outline))

    @property
    def path(self) -> str:
        """The file as a contributor sees it."""
        return f"docs/{self.page.path}"

    @property
    def slug(self) -> str:
        """The slug of a service page, "" for another page."""
        return service_slug(self.page.path)

    @property
    def is_terms(self) -> bool:
        return self.page.path == TERMS

    def headings(self, level: int) -> Iterator[tuple[Heading, int]]:
        """Yield the headings of a level with their lines."""
        both = zip(self.page.outline.headings, self.lines.headings)
        return ((heading, line) for heading, line in both if heading.level == level)

    @cached_property
    def questions(self) -> tuple[LocatedQuestion, ...]:
        """Each question as outlined and as assembled, with the line of its heading."""
        lines = self.headings(2)
        both = zip(self.page.outline.questions, self.page.questions)
        return tuple(
            LocatedQuestion(
                self, outline, question, next((n for h, n in lines if h == outline.heading), 1)
            )
            for outline, question in both
        )

    @cached_property
    def text_lines(self) -> list[str]:
        """Return all lines of the source; the first has the index 0."""
        return self.page.source.text.split("\n")

    @cached_property
    def visible_lines(self) -> tuple[tuple[int, str], ...]:
        """Number and text of the lines outside front matter, fences and comments."""
        return tuple(visible_lines(self.page.source.text))

    @cached_property
    def _words(self) -> list[tuple[int, tuple[str, ...]]]:
        """The words of each visible line, with and without what opens a callout."""
        lines = (
            (n, (words_of(line), words_of(_OPENER.sub("", line)))) for n, line in self.visible_lines
        )
        return [(number, tuple(filter(None, forms))) for number, forms in lines]

    def words_below(self, line: int) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Yield the words of the lines below `line`, up to the next second-level heading."""
        start = bisect(self._words, (line, ("\U0010ffff",)))
        following = bisect(self._second_level, line)
        end = [*self._second_level, len(self.text_lines) + 1][following]
        return takewhile(lambda words: words[0] < end, islice(self._words, start, None))

    @cached_property
    def _second_level(self) -> list[int]:
        return sorted(line for _, line in self.headings(2))

    def line_of_address(self, address: str) -> int:
        """Return the line on which a link to `address` stands, the page's first where none does."""
        return self._address_lines.get(address) or self._first_line_with(address)

    @cached_property
    def _address_lines(self) -> dict[str, int]:
        return address_lines(self.visible_lines)

    def _first_line_with(self, text: str) -> int:
        source = self.page.source.text
        return source.count("\n", 0, max(source.find(text), 0)) + 1

    def line_of(self, text: str, after: int = 1) -> int:
        """Return the first line from `after` on that holds `text`, `after` where none does."""
        lines = self.text_lines[after - 1 :]
        return next((after + i for i, line in enumerate(lines) if text in line), after)


class LocatedQuestion(NamedTuple):
    """A question of a page, and the line of its heading."""

    page: Located
    outline: QuestionOutline
    question: Question
    line: int

    @property
    def path(self) -> str:
        return self.page.path

    @property
    def title(self) -> str:
        return self.question.title.text

    @property
    def options(self) -> Iterator[tuple[Option, int]]:
        """Yield the options with their lines."""
        return ((o, self.page.lines.of_callout(o.anchor)) for o in self.question.options)
