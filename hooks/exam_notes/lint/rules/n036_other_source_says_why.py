"""N036: A source that is not AWS's documentation says why it is one."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.page import LocatedQuestion
from exam_notes.lint.rule import Place, Rule
from exam_notes.lint.sources import callouts_of_sources
from exam_notes.model import Problem, Source

AWS_DOCUMENTATION = "https://docs.aws.amazon.com/"


def check(inspection: Inspection) -> Iterator[Problem]:
    for asked, _, line in callouts_of_sources(inspection):
        for source in asked.question.sources:
            if not source.url.startswith(AWS_DOCUMENTATION) and not source.reason:
                address = _authored(asked, source)
                yield RULE.at(asked.path, asked.page.line_of(address, line), address=address)


def _authored(asked: LocatedQuestion, source: Source) -> str:
    """Return the address as its author wrote it: a build turns those of pages and files."""
    references = asked.page.page.outline.references
    relative = (r.address for r in references if r.text == source.title and ":" not in r.address)
    return source.url if ":" in source.url else next(relative, source.url)


RULE = Rule(
    code="N036",
    sentence="A source that is not AWS's documentation says why it is one.",
    place=Place.SOURCES,
    bad="""\
> [!quote]- Sources, checked 2026-11-23, DVA-C03 1.3
>
> - [Conditional writes](https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html)
> - [API model of S3](https://github.com/boto/botocore)
""",
    good="""\
> [!quote]- Sources, checked 2026-11-23, DVA-C03 1.3
>
> - [Conditional writes](https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html)
> - [API model of S3](https://github.com/boto/botocore): AWS's own description
""",
    message=(
        "source '{address}' is not under https://docs.aws.amazon.com/; write after the link "
        "': ' and why it can be relied on"
    ),
    check=check,
)
