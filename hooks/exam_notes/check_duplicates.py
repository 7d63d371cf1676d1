"""The rule that a question is asked once in the whole site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exam_notes.located import Located
from exam_notes.model import Problem, Question

_NOT_WORD = re.compile(r"[\W_]+")


class Asked(NamedTuple):
    """A question and where it stands."""

    located: Located
    question: Question
    line: int


def duplicate_problems(pages: Sequence[Located]) -> Iterator[Problem]:
    """N032, at the second question and every further one; the message names the first.

    Questions of one id are told by N004, and have their texts mixed up.
    """
    all_asked = [Asked(page, q, line) for page in pages for _, q, line in page.questions()]
    for what, key in (("the same stem", _stem), ("the same options", _options)):
        first: dict[object, Asked] = {}
        for asked in all_asked:
            other = first.setdefault(key(asked.question), asked)
            if other.question.id != asked.question.id and key(asked.question):
                yield _problem(asked, other, what)


def _problem(asked: Asked, other: Asked, what: str) -> Problem:
    return asked.located.problem(
        "N032",
        asked.line,
        title=asked.question.title.text,
        what=what,
        other=other.question.title.text,
        place=f"{other.located.path}:{other.line}",
    )


def _stem(question: Question) -> str:
    return _words(question.stem.text)


def _options(question: Question) -> frozenset[str]:
    return frozenset(_words(option.title.text) for option in question.options)


def _words(text: str) -> str:
    return " ".join(_NOT_WORD.sub(" ", text.casefold()).split())
