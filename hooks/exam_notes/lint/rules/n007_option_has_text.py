"""N007: An option has a text."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    for asked in inspection.questions:
        for option, line in asked.options:
            if option.title.text in ("", option.verdict.capitalize()):
                yield RULE.at(asked.path, line, kind=option.verdict)


RULE = Rule(
    code="N007",
    sentence="An option has a text.",
    place=Place.OPTION,
    bad="""\
> [!failure]-
>
> S3 has no lock for writers.
""",
    good="""\
> [!failure]- A lock on the key
>
> S3 has no lock for writers.
""",
    message="option without a text; write '> [!{kind}]- What to choose'",
    check=check,
)
