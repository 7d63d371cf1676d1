"""N062: Every line of the exam page is read as what it looks like."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.exam_page import faults_of_exam
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem
from exam_notes.paths import EXAM


def check(inspection: Inspection) -> Iterator[Problem]:
    for line, fault in inspection.once(faults_of_exam):
        yield RULE.at(f"docs/{EXAM}", line, write=fault)


RULE = Rule(
    code="N062",
    sentence="Every line of the exam page is read as what it looks like.",
    why=(
        "Domains, tasks and skills are written down there and nowhere else, and weigh 100% "
        "together. While one of them is not read, questions are not held against them."
    ),
    place=Place.EXAM,
    bad="## Domain 1: Development - 100% { #domain-1 }",
    good="## Domain 1: Development, 100% { #domain-1 }",
    message="this line {write}",
    check=check,
)
