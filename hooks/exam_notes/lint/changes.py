"""The change notes of questions, as rules look at them."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.page import LocatedQuestion
from exam_notes.model import Change


def change_notes(inspection: Inspection) -> Iterator[tuple[LocatedQuestion, Change, int]]:
    """Yield each change note with its question and the line of its title."""
    for asked in inspection.questions:
        for change in asked.question.all_changes:
            yield asked, change, asked.page.lines.of_callout(change.anchor)
