"""N032: A question is asked once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from html import unescape

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.page import LocatedQuestion
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem, Question

_NOT_WORD = re.compile(r"[\W_]+")
_CODE = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_NEAR = 0.9  # of the words of two stems
_MOST = 20  # questions of the same options to compare with: "yes" and "no" may have hundreds


def check(inspection: Inspection) -> Iterator[Problem]:
    """Tell of the second question and every further one; the message names the first.

    Questions of one id are told by N004, and have their texts mixed up.
    """
    yield from _repeated(inspection, "the same stem", _stem, lambda *_: True)
    yield from _repeated(inspection, "the same options", _options, _asks_alike)


def _repeated(
    inspection: Inspection,
    what: str,
    key: Callable[[Question], object],
    is_same: Callable[[Question, Question], bool],
) -> Iterator[Problem]:
    """Yield a problem for each question with the key of an earlier one that `is_same`."""
    earlier: defaultdict[object, list[LocatedQuestion]] = defaultdict(list)
    for asked in inspection.questions:
        alike = earlier[key(asked.question)] if key(asked.question) else []
        for other in alike[:_MOST]:
            if other.question.id != asked.question.id and is_same(other.question, asked.question):
                yield _problem(asked, other, what)
                break
        alike.append(asked)


def _asks_alike(one: Question, other: Question) -> bool:
    """Tell whether two questions with equal options ask the same.

    Three and more options of several words are seldom meant for two questions. "Yes" and "no" are;
    then the stems say it. Another code, such as a policy, makes another question in any case.
    """
    if _code(one) != _code(other):
        return False
    texts = _options(one)
    telling = len(texts) > 2 and all(len(text.split()) > 2 for text in texts)
    return telling or _are_near(_words(one.stem.text), _words(other.stem.text))


def _are_near(one: str, other: str) -> bool:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio() > _NEAR


def _problem(asked: LocatedQuestion, other: LocatedQuestion, what: str) -> Problem:
    place = f"{other.path}:{other.line}"
    found = {"title": asked.title, "what": what, "other": other.title, "place": place}
    return RULE.at(asked.path, asked.line, **found)


def _stem(question: Question) -> tuple[str, tuple[str, ...]] | None:
    """Return the words and the code of a stem, None where it is empty."""
    stem = _words(question.stem.text), _code(question)
    return stem if any(stem) else None


def _code(question: Question) -> tuple[str, ...]:
    """Return the blocks of code of a stem, without regard to spaces."""
    blocks = _CODE.findall(question.stem.html)
    return tuple(" ".join(unescape(_TAG.sub("", block)).split()) for block in blocks)


def _options(question: Question) -> frozenset[str]:
    return frozenset(_words(option.title.text) for option in question.options)


def _words(text: str) -> str:
    return " ".join(_NOT_WORD.sub(" ", text.casefold()).split())


RULE = Rule(
    code="N032",
    sentence="A question is asked once.",
    why=(
        "Compared are the words and the code of the stem, and the texts of all options together. "
        "Two short options, such as yes and no, are shared by many questions: then it is the same "
        "question where the stems are nearly equal."
    ),
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
