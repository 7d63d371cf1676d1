"""N004: An id is used once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exam_notes.lint.ids import Named, named_questions, named_terms
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    yield from _duplicates(named_questions(inspection))
    yield from _duplicates(named_terms(inspection))


def _duplicates(all_named: Iterable[Named]) -> Iterator[Problem]:
    """Tell of the second place and every further one; the message names the first."""
    first: dict[str, Named] = {}
    for named in all_named:
        id = named.heading.id
        if id in first and named.heading.explicit:
            place = f"{first[id].path}:{first[id].line}"
            yield RULE.at(named.path, named.line, id=id, first=place)
        first.setdefault(id, named)


RULE = Rule(
    code="N004",
    sentence="An id is used once.",
    why="Questions are compared with questions of all pages, terms with terms.",
    place=Place.QUESTIONS,
    bad="""\
## Two writers, one key { #s3-writers }

## Three writers, one key { #s3-writers }
""",
    good="""\
## Two writers, one key { #s3-two-writers }

## Three writers, one key { #s3-three-writers }
""",
    message="id '{id}' is used already at {first}; give this one another id",
    check=check,
)
