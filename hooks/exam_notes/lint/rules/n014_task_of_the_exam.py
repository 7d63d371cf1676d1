"""N014: Sources name a task of the exam, or its skills."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.exam_page import faults_of_exam
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.lint.sources import callouts_of_sources
from exam_notes.model import Problem
from exam_notes.reading.page import read_title, task_number


def check(inspection: Inspection) -> Iterator[Problem]:
    exam = inspection.notes.exam
    known = [task.number for task in exam.tasks]
    # What is not read of the exam page would be told all over the questions.
    is_read = not inspection.once(faults_of_exam)
    for asked, callout, line in callouts_of_sources(inspection) if is_read else ():
        title = read_title(callout.title)
        named = {task_number(number) for number in title.numbers}
        if not named or title.exam != exam.code or not named <= {*known}:
            tasks = ", ".join(known)
            yield RULE.at(asked.path, line, title=callout.title, exam=exam.code, tasks=tasks)


RULE = Rule(
    code="N014",
    sentence="Sources name a task of the exam, or its skills.",
    why=(
        "[The exam page](exam.md) has all tasks and skills. A question may name several: "
        "`DVA-C03 1.3.4, 2.2.1`. The first one is what the correct option is about."
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
