"""N010: A question has two options or more."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.pastes import is_pasted
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    for asked in inspection.questions:
        if len(asked.question.options) == 1 and not is_pasted(inspection, asked):
            yield RULE.at(asked.path, asked.line, title=asked.title)


RULE = Rule(
    code="N010",
    sentence="A question has two options or more.",
    place=Place.OPTIONS,
    bad="""\
> [!success]- A conditional write
>
> S3 checks the condition and rejects the later writer.
""",
    good="""\
> [!success]- A conditional write
>
> S3 checks the condition and rejects the later writer.

> [!failure]- A lock on the key
>
> S3 has no lock for writers.
""",
    message="'{title}' has one option; write two or more",
    check=check,
)
