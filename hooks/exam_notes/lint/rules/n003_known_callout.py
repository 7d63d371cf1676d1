"""N003: A callout has a known type."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.openers import faults_of
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    for fault in faults_of(inspection, "N003"):
        yield RULE.at(fault.path, fault.line, **fault.found)


RULE = Rule(
    code="N003",
    sentence="A callout has a known type.",
    why=(
        "Known are `success`, `failure`, `warning`, `quote`, `abstract`, `note`, `tip`, "
        "`info` and `example`."
    ),
    place=Place.OPTION,
    bad="""\
> [!failre]- A lock on the key
>
> S3 has no lock for writers.
""",
    good="""\
> [!failure]- A lock on the key
>
> S3 has no lock for writers.
""",
    message="unknown callout '{kind}'; {write}",
    check=check,
)
