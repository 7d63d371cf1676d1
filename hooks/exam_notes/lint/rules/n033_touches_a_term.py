"""N033: A question touches a term."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    for asked in inspection.questions:
        if not inspection.notes.index.terms.get(asked.question.id):
            yield RULE.at(asked.path, asked.line, title=asked.title)


RULE = Rule(
    code="N033",
    sentence="A question touches a term.",
    why=(
        "The index leads nobody to a question without a term. Name what it is about, or add "
        "a term for it."
    ),
    place=Place.QUESTIONS,
    bad="""\
## Two writers, one key { #s3-two-writers }

Two clients write under one name. Which one prevents a lost update?
""",
    good="""\
## Two writers, one key { #s3-two-writers }

Two clients write under one name. Which conditional write prevents a lost update?
""",
    message="'{title}' touches no term of docs/terms.md; add the term it is about",
    check=check,
    hint=True,
)
