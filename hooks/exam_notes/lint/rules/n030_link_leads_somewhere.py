"""N030: A link leads to a page and an anchor that exist."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.addresses import faults_of
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    for fault in faults_of(inspection, "N030"):
        yield RULE.at(fault.path, fault.line, **fault.found)


RULE = Rule(
    code="N030",
    sentence="A link leads to a page and an anchor that exist.",
    why=(
        "Paths are relative to the page: `s3.md` from another service, `../terms.md` for the terms."
    ),
    place=Place.REASON,
    bad="Writers are the subject of [another question](s3.md#s3-two-writer).",
    good="Writers are the subject of [another question](s3.md#s3-two-writers).",
    message="link '{address}' leads nowhere: {fault}; {write}",
    check=check,
)
