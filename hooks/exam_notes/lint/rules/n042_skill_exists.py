"""N042: A skill that sources name is one of the exam."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.exam_page import faults_of_exam
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.near import nearest
from exam_notes.lint.rule import Place, Rule
from exam_notes.lint.sources import callouts_of_sources
from exam_notes.model import Problem
from exam_notes.reading.page import read_title


def check(inspection: Inspection) -> Iterator[Problem]:
    """Look at exams whose page lists skills; where it lists none, a task is all one can name."""
    known = [skill.number for skill in inspection.notes.exam.skills]
    is_read = not inspection.once(faults_of_exam)  # else N062 tells the line that is lost
    for asked, callout, line in callouts_of_sources(inspection) if known and is_read else ():
        for skill in read_title(callout.title).skills:
            if skill not in known:
                write = _proposal(skill, known)
                yield RULE.at(asked.path, line, skill=skill, write=write)


def _proposal(skill: str, known: list[str]) -> str:
    near = nearest(skill, known)
    return f"did you mean '{near}'?" if near else "docs/exam.md lists all skills"


RULE = Rule(
    code="N042",
    sentence="A skill that sources name is one of the exam.",
    why="[The exam page](exam.md) lists all skills under their tasks.",
    place=Place.SOURCES,
    bad="""\
> [!quote]- Sources, checked 2026-11-23, DVA-C03 1.3.9
>
> - [Conditional writes](https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html)
""",
    good="""\
> [!quote]- Sources, checked 2026-11-23, DVA-C03 1.3.4
>
> - [Conditional writes](https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html)
""",
    message="the exam has no skill {skill}; {write}",
    check=check,
)
