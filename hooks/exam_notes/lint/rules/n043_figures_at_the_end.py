"""N043: What is worth remembering stands closed, once, at the end of its page."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.opener import Opener
from exam_notes.lint.page import Located
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem
from exam_notes.reading.kinds.services import REMEMBER


def check(inspection: Inspection) -> Iterator[Problem]:
    for located in inspection.service_pages:
        last = max((opener.line for opener in _direct(located)), default=0)
        for number, opener in enumerate(o for o in _direct(located) if _is_remembered(o)):
            fault = "is a second one" if number else _fault(opener, last)
            if fault:
                yield RULE.at(located.path, opener.line, title=opener.title, fault=fault)


def _direct(located: Located) -> Iterator[Opener]:
    """Yield the openers of callouts that stand in no other."""
    return (opener for opener, _ in located.lines.openers if opener.before.count(">") == 1)


def _is_remembered(opener: Opener) -> bool:
    return opener.kind.lower() == REMEMBER


def _fault(opener: Opener, last: int) -> str:
    if opener.mark != "-":
        return "is not closed at first"
    return "stands above questions" if opener.line < last else ""


RULE = Rule(
    code="N043",
    sentence="What is worth remembering stands closed, once, at the end of its page.",
    why="Figures above a question answer it.",
    place=Place.QUESTIONS,
    bad="""\
> [!abstract]- Worth remembering
>
> An `If-Match` that does not hold is answered with 412.

## Two writers, one key { #s3-two-writers }

Which one prevents a lost update?

> [!success]- A conditional write
>
> S3 checks the condition and rejects the later writer.

> [!failure]- A lock on the key
>
> S3 has no lock for writers.

> [!quote]- Sources, checked 2026-11-23, DVA-C03 1.3
>
> - [Conditional writes](https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html)
""",
    good="""\
## Two writers, one key { #s3-two-writers }

Which one prevents a lost update?

> [!success]- A conditional write
>
> S3 checks the condition and rejects the later writer.

> [!failure]- A lock on the key
>
> S3 has no lock for writers.

> [!quote]- Sources, checked 2026-11-23, DVA-C03 1.3
>
> - [Conditional writes](https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html)

> [!abstract]- Worth remembering
>
> An `If-Match` that does not hold is answered with 412.
""",
    message=(
        "'{title}' {fault}; put it, as '> [!abstract]- Worth remembering', "
        "behind the last question's sources"
    ),
    check=check,
)
