"""N051: docs/sources.yml can be read, and has each page once."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.dates import has_come
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.lint.sources_file import CitedPages
from exam_notes.lint.yaml_file import Fault
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    listed = inspection.circumstances.cited
    if listed is None:
        return
    for line, fault in (*listed.faults, *_to_come(inspection, listed)):
        yield RULE.at(listed.path, line, write=fault)


def _to_come(inspection: Inspection, listed: CitedPages) -> Iterator[Fault]:
    last_day = inspection.circumstances.last_day
    for page in listed.pages:
        if not has_come(page.read, last_day):
            yield Fault(page.line, f"was read on {page.read}, which is to come; write another day")


RULE = Rule(
    code="N051",
    sentence="docs/sources.yml can be read, and has each page once.",
    why="An entry has url, title, says, marks and read, and nothing else.",
    place=Place.CITED,
    bad="""\
- url: https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html
  title: What is Amazon S3?
  says: Objects are strongly consistent.
  marks: ["strong read-after-write consistency"]
  read: 2026-11-23
- url: https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html
  title: What is Amazon S3?
  says: There is no lock for writers.
  marks: ["latest timestamp wins"]
  read: 2026-11-23
""",
    good="""\
- url: https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html
  title: What is Amazon S3?
  says: Objects are strongly consistent, and there is no lock for writers.
  marks: ["strong read-after-write consistency", "latest timestamp wins"]
  read: 2026-11-23
""",
    message="this line {write}",
    check=check,
)
