"""N050: A page that notes cite is listed in docs/sources.yml."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.addresses import Address, addresses
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.lint.sources_file import without_fragment
from exam_notes.model import Problem

AWS_DOCUMENTATION = "https://docs.aws.amazon.com/"
GAP = "TODO"  # N038 tells what is not filled in


def check(inspection: Inspection) -> Iterator[Problem]:
    listed = inspection.circumstances.cited
    if listed is None or (listed.faults and not listed.pages):  # N051 tells that once
        return
    known = listed.urls
    for address in addresses(inspection):
        if _is_cited(address) and without_fragment(address.url) not in known:
            write = f"- url: {without_fragment(address.url)}"
            yield RULE.at(address.path, address.line, file=listed.path, write=write)


def _is_cited(address: Address) -> bool:
    """Tell a link to a source: to AWS's documentation, or to what a question calls its source."""
    return (
        address.url != AWS_DOCUMENTATION
        and GAP not in address.url
        and (
            address.url.startswith(AWS_DOCUMENTATION)
            or address.url
            in {s.url for question in address.located.page.questions for s in question.sources}
        )
    )


RULE = Rule(
    code="N050",
    sentence="A page that notes cite is listed in docs/sources.yml.",
    why=(
        "Each page once, with marks: figures and names that stand on it, up to five words each. "
        "`make sources` looks whether they still do."
    ),
    place=Place.CITED,
    bad="""\
- url: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
  title: Conditional writes
  says: A write can depend on the ETag.
  marks: ["412 Precondition Failed"]
  read: 2026-11-23
""",
    good="""\
- url: https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html
  title: What is Amazon S3?
  says: Objects are strongly consistent.
  marks: ["strong read-after-write consistency"]
  read: 2026-11-23
""",
    message=(
        "the page of this link is not in {file}; add '{write}' with title, says, marks and read, "
        "the day you read it"
    ),
    check=check,
)
