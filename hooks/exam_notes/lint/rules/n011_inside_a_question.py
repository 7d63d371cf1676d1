"""N011: Options and change notes stand in a question."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.openers import faults_of
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    for fault in faults_of(inspection, "N011"):
        yield RULE.at(fault.path, fault.line, **fault.found)


RULE = Rule(
    code="N011",
    sentence="Options and change notes stand in a question.",
    why=(
        "Above the first question an ordinary sentence says the same. Only pages under "
        "`docs/services/` hold questions."
    ),
    place=Place.PAGE,
    bad="""\
# Amazon S3

> [!warning] Changed 2020-12-01
>
> Reads are strongly consistent. ([User Guide](https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html))
""",
    good="""\
# Amazon S3

Reads are strongly consistent since 2020-12-01.
""",
    message=(
        "{kind} '{title}' stands outside a question; move it below a heading '## Title {{ "
        "#id }}' of a page under docs/services/"
    ),
    check=check,
)
