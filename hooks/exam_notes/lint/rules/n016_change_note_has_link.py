"""N016: A change note has a link."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.changes import change_notes
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem
from exam_notes.visible import links


def check(inspection: Inspection) -> Iterator[Problem]:
    for asked, change, line in change_notes(inspection):
        if not links(change.body.html):
            yield RULE.at(asked.path, line, title=change.label)


RULE = Rule(
    code="N016",
    sentence="A change note has a link.",
    place=Place.OPTION,
    bad="""\
> [!failure]- A read that follows a write
>
> S3 hands out what was written.
>
> > [!warning] Changed 2020-12-01
> >
> > Old material says that reads may be stale. They no longer are.
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
        "change note '{title}' has no link; end it with "
        "'([title](https://docs.aws.amazon.com/...))'"
    ),
    check=check,
)
