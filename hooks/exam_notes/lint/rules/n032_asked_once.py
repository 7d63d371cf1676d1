"""N032: A question is asked once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.page import LocatedQuestion
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem, Question

_NOT_WORD = re.compile(r"[\W_]+")


def check(inspection: Inspection) -> Iterator[Problem]:
    """Tell of the second question and every further one; the message names the first.

    Questions of one id are told by N004, and have their texts mixed up.
    """
    for what, key in (("the same stem", _stem), ("the same options", _options)):
        first: dict[object, LocatedQuestion] = {}
        for asked in inspection.questions:
            other = first.setdefault(key(asked.question), asked)
            if other.question.id != asked.question.id and key(asked.question):
                yield _problem(asked, other, what)


def _problem(asked: LocatedQuestion, other: LocatedQuestion, what: str) -> Problem:
    place = f"{other.path}:{other.line}"
    found = {"title": asked.title, "what": what, "other": other.title, "place": place}
    return RULE.at(asked.path, asked.line, **found)


def _stem(question: Question) -> str:
    return _words(question.stem.text)


def _options(question: Question) -> frozenset[str]:
    return frozenset(_words(option.title.text) for option in question.options)


def _words(text: str) -> str:
    return " ".join(_NOT_WORD.sub(" ", text.casefold()).split())


RULE = Rule(
    code="N032",
    sentence="A question is asked once.",
    why="Compared are the words of the stem, and the texts of all options together.",
    place=Place.QUESTIONS,
    bad="""\
## Two writers, one key { #s3-two-writers }

Which one prevents a lost update?

## Writers at the same time { #s3-same-time }

Which one prevents a lost update?
""",
    good="""\
## Two writers, one key { #s3-two-writers }

Which one prevents a lost update?

## A write that must come first { #s3-first-write }

Which header makes a write fail if the key exists already?
""",
    message="'{title}' has {what} as '{other}' at {place}; make one question of the two",
    check=check,
)
