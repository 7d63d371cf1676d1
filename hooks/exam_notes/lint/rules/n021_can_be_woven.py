"""N021: A comment that asks for woven text names something that can be woven."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.page import Located
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem
from exam_notes.reading.fences import unfenced_lines
from exam_notes.reading.plain import slot_lines
from exam_notes.views.view import placed_by_authors

_ALONE = "it on a line of its own, between empty lines and outside quotes"


def check(inspection: Inspection) -> Iterator[Problem]:
    """Look at the slots that authors ask for, which have no key, and at what could be none."""
    known = placed_by_authors(inspection.circumstances.views)
    choice = " or ".join(f"'<!-- exam-notes: {kind} -->'" for kind in known)
    for located in inspection.pages:
        for slot in located.page.cut.slots:
            if not slot.key and slot.kind not in known:
                comment = f"<!-- exam-notes: {slot.kind} -->"
                line = _line_of_slot(located.page.source.text, slot.kind)
                yield RULE.at(located.path, line, comment=comment, write=choice)
        for line, kind in _not_alone(located):
            yield RULE.at(located.path, line, comment=f"<!-- exam-notes: {kind} -->", write=_ALONE)


def _not_alone(located: Located) -> Iterator[tuple[int, str]]:
    """Yield line and kind of each slot with something beside it; a fence leaves a gap there."""
    lines = dict(unfenced_lines(located.page.source.text))
    first, last = min(lines, default=1), max(lines, default=0)
    padded = [lines.get(number, "a fence") for number in range(first, last + 1)]
    return ((first + slot.at, slot.kind) for slot in slot_lines(padded) if not slot.is_alone)


def _line_of_slot(source: str, kind: str) -> int:
    found = re.compile(rf"<!--\s*exam-notes\b[\s:]*{re.escape(kind)}\s*-->")
    return next((number for number, text in unfenced_lines(source) if found.search(text)), 1)


RULE = Rule(
    code="N021",
    sentence="A comment that asks for woven text names something that can be woven.",
    why="What can be woven in: `services`, `changes`, `domains`, `latest-changes`, `download`.",
    place=Place.PAGE,
    bad="<!-- exam-notes: servces -->",
    good="<!-- exam-notes: services -->",
    message="nothing can be woven for '{comment}'; write {write}",
    check=check,
)
