"""N041: A callout's title has a line of its own."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.draft import Draft
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.openers import faults_of
from exam_notes.lint.rule import Place, Rule
from exam_notes.lint.spacing import with_titles_apart
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    for fault in faults_of(inspection, "N041"):
        yield RULE.at(fault.path, fault.line, **fault.found)


def fix(draft: Draft) -> str:
    """Put the bare `>` below the titles of callouts."""
    return with_titles_apart(draft.source) if draft.slug else draft.source


RULE = Rule(
    code="N041",
    sentence="A callout's title has a line of its own.",
    why="Without the bare line, GitHub shows title and text as one paragraph.",
    place=Place.OPTION,
    bad="""\
> [!failure]- A lock on the key
> S3 has no lock for writers.
""",
    good="""\
> [!failure]- A lock on the key
>
> S3 has no lock for writers.
""",
    message=(
        "text follows '{title}' at once; put a line with '{write}' between, or all of the title "
        "on one line"
    ),
    check=check,
    fix=fix,
)
