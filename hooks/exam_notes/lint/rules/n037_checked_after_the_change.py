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
## Two writers, one key { #s3-two-writers }

Which one prevents a lost update?

> [!success]- A conditional write
>
> S3 checks the condition and rejects the later writer.

> [!failure]- A read that follows a write
>
> S3 hands out what was written.
>
> > [!warning] Changed 2020-12-01
> >
> > Old material says that reads may be stale. They no longer are.
> > ([User Guide](https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html))

> [!quote]- Sources, checked 2020-01-31, DVA-C03 1.3
>
> - [Conditional writes](https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html)
""",
    good="""\
## Two writers, one key { #s3-two-writers }

Which one prevents a lost update?

> [!success]- A conditional write
>
> S3 checks the condition and rejects the later writer.

> [!failure]- A read that follows a write
>
> S3 hands out what was written.
>
> > [!warning] Changed 2020-12-01
> >
> > Old material says that reads may be stale. They no longer are.
> > ([User Guide](https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html))

> [!quote]- Sources, checked 2026-11-23, DVA-C03 1.3
>
> - [Conditional writes](https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html)
""",
    message="checked {checked}, before the change note '{title}'; check the sources again",
    check=check,
)
