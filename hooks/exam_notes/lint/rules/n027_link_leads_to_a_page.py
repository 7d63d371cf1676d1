"""N027: A link leads to a page."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.addresses import faults_of
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    for fault in faults_of(inspection, "N027"):
        yield RULE.at(fault.path, fault.line, **fault.found)


RULE = Rule(
    code="N027",
    sentence="A link leads to a page.",
    why="The same holds for addresses that begin with `data:` or `vbscript:`.",
    place=Place.REASON,
    bad="[Show it](javascript:alert(1))",
    good="[Document history](https://docs.aws.amazon.com/AmazonS3/latest/userguide/WhatsNew.html)",
    message="link to '{address}' runs or carries something; link to a page with https://",
    check=check,
)
