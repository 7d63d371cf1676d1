"""N029: A link to another host is https."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.addresses import faults_of
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    for fault in faults_of(inspection, "N029"):
        yield RULE.at(fault.path, fault.line, **fault.found)


RULE = Rule(
    code="N029",
    sentence="A link to another host is https.",
    place=Place.REASON,
    bad="[Document history](http://docs.aws.amazon.com/AmazonS3/latest/userguide/WhatsNew.html)",
    good="[Document history](https://docs.aws.amazon.com/AmazonS3/latest/userguide/WhatsNew.html)",
    message="link '{address}' is not https; write https://...",
    check=check,
)
