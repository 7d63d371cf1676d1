"""N039: A question has one list of sources."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.openers import faults_of
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    for fault in faults_of(inspection, "N039"):
        yield RULE.at(fault.path, fault.line, **fault.found)


RULE = Rule(
    code="N039",
    sentence="A question has one list of sources.",
    place=Place.QUESTIONS,
    bad="""\
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

> [!quote]- Sources, checked 2026-11-20, DVA-C03 1.3
>
> - [Document history](https://docs.aws.amazon.com/AmazonS3/latest/userguide/WhatsNew.html)
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

> [!quote]- Sources, checked 2026-11-20, DVA-C03 1.3
>
> - [Conditional writes](https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html)
> - [Document history](https://docs.aws.amazon.com/AmazonS3/latest/userguide/WhatsNew.html)
""",
    message="'{title}' is a second list of sources; put its links into the first",
    check=check,
)
