"""What a rule looks at: all notes with the lines of their sources, and the circumstances."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from exam_notes.index.notes import Notes
from exam_notes.lint.circumstances import Circumstances
from exam_notes.lint.page import Located, LocatedQuestion

Answer = TypeVar("Answer")


@dataclass(frozen=True, eq=False)
class Inspection:
    """The notes of one build, about to be held against the rules."""

    notes: Notes
    circumstances: Circumstances
    _answers: dict[object, Any] = field(default_factory=dict)

    def once(self, ask: Callable[[Inspection], Answer]) -> Answer:
        """Return `ask(self)`, which is asked once, however many rules want to know."""
        if ask not in self._answers:
            self._answers[ask] = ask(self)
        answer: Answer = self._answers[ask]
        return answer

    @cached_property
    def pages(self) -> tuple[Located, ...]:
        return tuple(map(Located.of, self.notes.pages))

    @cached_property
    def questions(self) -> tuple[LocatedQuestion, ...]:
        """Every question of every page, with the line of its heading."""
        return tuple(question for page in self.pages for question in page.questions)

    @property
    def terms_pages(self) -> Iterator[Located]:
        return (page for page in self.pages if page.is_terms)

    @property
    def service_pages(self) -> Iterator[Located]:
        return (page for page in self.pages if page.slug)
