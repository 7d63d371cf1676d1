"""N009: A question has a correct option."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.pastes import is_pasted
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    for asked in inspection.questions:
        if not asked.question.answers and not is_pasted(inspection, asked):
            yield RULE.at(asked.path, asked.line, title=asked.title)


RULE = Rule(
    code="N009",
    sentence="A question has a correct option.",
    place=Place.OPTIONS,
    bad="""\
> [!failure]- A conditional write
>
> S3 checks the condition and rejects the later writer.

> [!failure]- A lock on the key
>
> S3 has no lock for writers.
""",
    good="""\
> [!success]- A conditional write
>
> S3 checks the condition and rejects the later writer.

> [!failure]- A lock on the key
>
> S3 has no lock for writers.
""",
    message="'{title}' has no correct option; make one '> [!success]- ...'",
    check=check,
)
