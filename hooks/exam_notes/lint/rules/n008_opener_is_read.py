"""N008: A line that opens a callout is read as one, and an option as an option."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.draft import Draft
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.openers import faults_of
from exam_notes.lint.rule import Place, Rule
from exam_notes.lint.spacing import with_openers_apart
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    for fault in faults_of(inspection, "N008"):
        yield RULE.at(fault.path, fault.line, **fault.found)


def fix(draft: Draft) -> str:
    """Set callouts apart, with single spaces in their first lines."""
    return with_openers_apart(draft.source) if draft.slug else draft.source


RULE = Rule(
    code="N008",
    sentence="A line that opens a callout is read as one, and an option as an option.",
    why=(
        "The hyphen closes the option. Without it, without `>`, with a space in the "
        "brackets, indented, or with no empty line before it, a callout is something else or "
        "plain text."
    ),
    place=Place.OPTION,
    bad="""\
> [!failure] A lock on the key
>
> S3 has no lock for writers.
""",
    good="""\
> [!failure]- A lock on the key
>
> S3 has no lock for writers.
""",
    message="'{opener}' {fault}; {write}",
    check=check,
    fix=fix,
)
