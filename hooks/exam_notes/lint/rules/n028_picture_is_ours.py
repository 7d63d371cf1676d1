"""N028: A picture is in the repository."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.addresses import faults_of
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    for fault in faults_of(inspection, "N028"):
        yield RULE.at(fault.path, fault.line, **fault.found)


RULE = Rule(
    code="N028",
    sentence="A picture is in the repository.",
    why="Readers' browsers ask no other host for anything.",
    place=Place.REASON,
    bad="The newer hides the older: ![Two versions of one key](https://example.org/s3-versions.svg)",
    good="The newer hides the older: ![Two versions of one key](../assets/images/s3-versions.svg)",
    message="picture '{address}' is on another host; put it into docs/assets/images/",
    check=check,
)
