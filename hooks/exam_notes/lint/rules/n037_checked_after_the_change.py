"""N037: Sources were checked after the change that the question tells of."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.changes import change_notes
from exam_notes.lint.dates import is_day
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    for asked, change, line in change_notes(inspection):
        checked = asked.question.checked
        if is_day(checked) and checked < change.date:
            yield RULE.at(asked.path, line, checked=checked, title=change.label)


RULE = Rule(
    code="N037",
    sentence="Sources were checked after the change that the question tells of.",
    why="Read every source again before you move the day.",
    place=Place.QUESTIONS,
    bad="""\
> > [!warning] Changed 2026-04
> >
> > SSE-C is off by default. ([FAQ](https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-s3-c-encryption-setting-faq.html))

> [!quote]- Sources, checked 2025-01-31, DVA-C03 2.2
""",
    good="""\
> > [!warning] Changed 2026-04
> >
> > SSE-C is off by default. ([FAQ](https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-s3-c-encryption-setting-faq.html))

> [!quote]- Sources, checked 2026-11-23, DVA-C03 2.2
""",
    message="checked {checked}, before the change note '{title}'; check the sources again",
    check=check,
)
