"""N006: An option has a reason."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Option, Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    for asked in inspection.questions:
        for option, line in asked.options:
            if not _has_reason(option):
                yield RULE.at(asked.path, line, option=option.title.text)


def _has_reason(option: Option) -> bool:
    """Tell whether an option says more than its change notes do."""
    notes = {line for c in option.changes for line in (c.label, *c.body.text.split("\n"))}
    return any(line not in notes for line in option.reason.text.split("\n") if line)


RULE = Rule(
    code="N006",
    sentence="An option has a reason.",
    why="A change note alone is no reason.",
    place=Place.OPTIONS,
    bad="""\
> [!success]- A conditional write
>
> S3 checks the condition and rejects the later writer.

> [!failure]- A lock on the key
""",
    good="""\
> [!success]- A conditional write
>
> S3 checks the condition and rejects the later writer.

> [!failure]- A lock on the key
>
> S3 has no lock for writers. Object Lock protects a version from being deleted.
""",
    message=(
        "option '{option}' has no reason; write below it why it is right or wrong, each line "
        "with '> ' before it"
    ),
    check=check,
)
