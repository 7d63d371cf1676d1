"""N012: A question ends with its sources."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.pastes import is_pasted
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    exam = inspection.notes.exam.code
    for asked in inspection.questions:
        if not asked.question.sources and not is_pasted(inspection, asked):
            yield RULE.at(asked.path, asked.line, title=asked.title, exam=exam)


RULE = Rule(
    code="N012",
    sentence="A question ends with its sources.",
    why="Links count where they stand in a list.",
    place=Place.QUESTIONS,
    bad="""\
## Two writers, one key { #s3-two-writers }

Which one prevents a lost update?

> [!success]- A conditional write
>
> S3 checks the condition and rejects the later writer.

> [!failure]- A lock on the key
>
> S3 has no lock for writers.
""",
    good="""\
## Two writers, one key { #s3-two-writers }

Which one prevents a lost update?

> [!success]- A conditional write
>
> S3 checks the condition and rejects the later writer.

> [!failure]- A lock on the key
>
> S3 has no lock for writers.

> [!quote]- Sources, checked 2026-11-23, DVA-C03 1.3
>
> - [Conditional writes](https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html)
""",
    message=(
        "'{title}' has no sources; end it with '> [!quote]- Sources, checked YYYY-MM-DD, "
        "{exam} X.Y' (the day on which you read them, a task of the exam) and a list of links"
    ),
    check=check,
)
