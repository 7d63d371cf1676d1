"""N015: A change note's title tells when."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.changes import change_notes
from exam_notes.lint.dates import has_come
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem
from exam_notes.reading.page import CHANGE_TITLE


def check(inspection: Inspection) -> Iterator[Problem]:
    last_day = inspection.circumstances.last_day
    for asked, change, line in change_notes(inspection):
        dated = not change.date or has_come(change.date, last_day)
        if not CHANGE_TITLE.fullmatch(change.label) or not dated:
            yield RULE.at(asked.path, line, title=change.label)


RULE = Rule(
    code="N015",
    sentence="A change note's title tells when.",
    why=(
        "A date in the future is no date either. "
        "[House style](contributing.md#house-style) has all forms."
    ),
    place=Place.OPTION,
    bad="""\
> [!failure]- A read that follows a write
>
> S3 hands out what was written.
>
> > [!warning] Changed on 1 December 2020
> >
> > Old material says that reads may be stale. They no longer are.
> > ([User Guide](https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html))
""",
    good="""\
> [!failure]- A read that follows a write
>
> S3 hands out what was written.
>
> > [!warning] Changed 2020-12-01
> >
> > Old material says that reads may be stale. They no longer are.
> > ([User Guide](https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html))
""",
    message=(
        "change note '{title}' tells no day that has come; write 'Changed 2020-12-01' (or "
        "2020-12, or 2020), 'Changed by 2020-12-01', 'Changed' or 'Never right'"
    ),
    check=check,
)
