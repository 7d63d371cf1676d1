"""N025: A term has a definition."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.lint.terms import terms
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    for located, term, line in terms(inspection):
        if not term.definition.text:
            yield RULE.at(located.path, line, term=term.name)


RULE = Rule(
    code="N025",
    sentence="A term has a definition.",
    why="On `docs/terms.md`.",
    place=Place.TERMS,
    bad="""\
## Write lock { #write-lock }

Also: lock for concurrent writers
""",
    good="""\
## Write lock { #write-lock }

Also: lock for concurrent writers

Lock that keeps others from writing.
""",
    message="term '{term}' has no definition; write one or two sentences below it",
    check=check,
)
