"""N013: Sources tell the day on which they were checked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exam_notes.lint.dates import has_come, is_day
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.lint.sources import callouts_of_sources
from exam_notes.model import Problem
from exam_notes.reading.page import read_title


def check(inspection: Inspection) -> Iterator[Problem]:
    last_day = inspection.circumstances.last_day
    exam = inspection.notes.exam.code
    for asked, callout, line in callouts_of_sources(inspection):
        day = read_title(callout.title).checked
        if not is_day(day) or not has_come(day, last_day):
            task = _task_in(callout.title, exam) or f"{exam} X.Y"
            yield RULE.at(asked.path, line, title=callout.title, write=task)


def _task_in(title: str, exam: str) -> str:
    """Return the tasks that a title names, also in another form; "" where there are none."""
    number = r"\d+(?:\.\d+)+"
    match = re.search(rf"\b{re.escape(exam)} {number}(?:, {number})*", title)
    return match[0] if match else ""


RULE = Rule(
    code="N013",
    sentence="Sources tell the day on which they were checked.",
    why="Year, month and day, not in the future.",
    place=Place.SOURCES,
    bad="""\
> [!quote]- Sources, checked 2026-11, DVA-C03 1.3
>
> - [Conditional writes](https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html)
""",
    good="""\
> [!quote]- Sources, checked 2026-11-23, DVA-C03 1.3
>
> - [Conditional writes](https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html)
""",
    message=(
        "no day that has come can be read in '{title}'; write the day on which you read every "
        "source, as in 'Sources, checked YYYY-MM-DD, {write}'"
    ),
    check=check,
)
