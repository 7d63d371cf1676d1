"""N014: Sources name one task of the exam."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.lint.sources import callouts_of_sources, read_title
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    exam = inspection.notes.exam
    known = [task.number for task in exam.tasks]
    for asked, callout, line in callouts_of_sources(inspection):
        if read_title(callout.title).task not in {f"{exam.code} {number}" for number in known}:
            tasks = ", ".join(known)
            yield RULE.at(asked.path, line, title=callout.title, exam=exam.code, tasks=tasks)


RULE = Rule(
    code="N014",
    sentence="Sources name one task of the exam.",
    why=(
        "[The exam page](exam.md) has all tasks. If two fit, take the one that the correct "
        "option belongs to."
    ),
    place=Place.SOURCES,
    bad="""\
> [!quote]- Sources, checked 2026-11-23, DVA-C03 5.1
>
> - [Conditional writes](https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html)
""",
    good="""\
> [!quote]- Sources, checked 2026-11-23, DVA-C03 1.3
>
> - [Conditional writes](https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html)
""",
    message="'{title}' names no task of the exam; end it with '{exam}' and one of {tasks}",
    check=check,
)
