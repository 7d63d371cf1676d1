"""What the notes say, free of Markdown and MkDocs.

Everything is frozen and ordered, so sets sort the same way in every build. Texts come in two
forms: `html` as rendered, `text` as a reader sees it (one line for each block, no fenced code).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """The callout type an author writes; the reader's word for it is `word`."""

    CORRECT = "success"
    INCORRECT = "failure"

    @property
    def word(self) -> str:
        return self.name.capitalize()


class Role(StrEnum):
    """How a term occurs in a question; strongest first, which is also the order of the words."""

    ANSWER = "answer"
    DISTRACTOR = "distractor"
    MENTIONED = "mentioned"


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A piece of a page: HTML as rendered, and its visible text."""

    html: str
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """A change note. `date` is ISO with day, month or year precision; empty where unknown."""

    anchor: str
    label: str
    date: str
    body: Passage


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A page that a question's facts were checked against; `reason` where it is not AWS's."""

    url: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True, order=True)
class Option:
    """One answer to choose; `anchor` is the question's id, `--`, and a slug of its text."""

    anchor: str
    verdict: Verdict
    title: Passage
    reason: Passage
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, order=True)
class Question:
    """One question of a service page, with everything below its heading.

    `task` is that of the first task or skill that its sources name, as in "DVA-C03 1.3"; `skills`
    are the numbers of all skills that they name, as in "1.3.4".
    """

    id: str
    service: str
    title: Passage
    stem: Passage
    options: tuple[Option, ...]
    changes: tuple[Change, ...]
    sources: tuple[Source, ...]
    checked: str
    task: str
    skills: tuple[str, ...]

    @property
    def all_changes(self) -> tuple[Change, ...]:
        """The question's own change notes, then those of its options, in page order."""
        return self.changes + tuple(change for option in self.options for change in option.changes)

    @property
    def anchors(self) -> tuple[str, ...]:
        """Every address in the question: its own, its options', its change notes'."""
        options = tuple(option.anchor for option in self.options)
        return (self.id, *options, *(change.anchor for change in self.all_changes))

    @property
    def answers(self) -> tuple[Option, ...]:
        return tuple(option for option in self.options if option.verdict is Verdict.CORRECT)


@dataclass(frozen=True, slots=True, order=True)
class Service:
    """A page under docs/services/; `slug` is its file name, `term` the id of its term or ""."""

    slug: str
    name: str
    url: str
    term: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """A term of docs/terms.md."""

    id: str
    name: str
    aliases: tuple[str, ...]
    definition: Passage


@dataclass(frozen=True, slots=True, order=True)
class Skill:
    """A skill of the exam guide in our words: `number` as in "1.3.4"; `anchor` on its page."""

    number: str
    text: str
    anchor: str


@dataclass(frozen=True, slots=True, order=True)
class Task:
    """A task of the exam guide: `number` as in "1.3"; `anchor` on the exam page."""

    number: str
    title: str
    anchor: str
    skills: tuple[Skill, ...]


@dataclass(frozen=True, slots=True, order=True)
class Domain:
    """A domain of the exam guide; `weight` in per cent of the scored questions."""

    number: int
    title: str
    weight: int
    anchor: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True, order=True)
class Exam:
    """The exam that the notes are for; `code` as in "DVA-C03"."""

    code: str
    domains: tuple[Domain, ...]

    @property
    def tasks(self) -> tuple[Task, ...]:
        return tuple(task for domain in self.domains for task in domain.tasks)

    @property
    def skills(self) -> tuple[Skill, ...]:
        return tuple(skill for task in self.tasks for skill in task.skills)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a term occurs; `option` is an option's anchor, or "" for the question itself."""

    question: str
    option: str
    role: Role

    @property
    def anchor(self) -> str:
        return self.option or self.question


@dataclass(frozen=True, slots=True, order=True)
class Backlink:
    """A link from one question's text to another; `sentence` is the text that holds it."""

    question: str
    sentence: str


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something an author has to mend; sorted by file, line, code."""

    path: str
    line: int
    code: str
    message: str
    hint: bool = False

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.code} {self.message}"
