"""N023: A term occurs somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    """Take the term of a service that has a page as used, whatever its questions say."""
    notes = inspection.notes
    used = {*notes.index.places, *(service.term for service in notes.services)}
    for located in inspection.terms_pages:
        for heading, line in located.headings(2):
            if heading.id not in used:
                yield RULE.at(located.path, line, term=heading.title.text)


RULE = Rule(
    code="N023",
    sentence="A term occurs somewhere.",
    why='On `docs/terms.md`, where a question says "lock for concurrent writers".',
    place=Place.TERMS,
    bad="""\
## Write lock { #write-lock }

Lock that keeps others from writing.
""",
    good="""\
## Write lock { #write-lock }

Also: lock for concurrent writers

Lock that keeps others from writing.
""",
    message="term '{term}' occurs in no question; give it an alias that does, or remove it",
    check=check,
    hint=True,
)
