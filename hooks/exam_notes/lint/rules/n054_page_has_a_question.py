"""N054: A page of a service has a question."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    for located in inspection.service_pages:
        if not located.page.questions and not located.page.source.refused:
            yield RULE.at(located.path, 1, slug=located.slug.lower())


RULE = Rule(
    code="N054",
    sentence="A page of a service has a question.",
    why="What stands below other headings, or below none, is text: nobody can be asked it.",
    place=Place.PAGE,
    bad="""\
# Amazon S3

What to know about S3.
""",
    good="""\
# Amazon S3

What to know about S3.

## Two writers, one key { #s3-two-writers }
""",
    message="this page has no question; begin one with '## Title {{ #{slug}-... }}'",
    check=check,
)
