"""Holds the notes against all rules and collects every problem, sorted."""

from __future__ import annotations

from exam_notes.index.notes import Notes
from exam_notes.lint.circumstances import Circumstances
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rules import RULES, n046_can_be_read, n060_settings, n064_needed_page
from exam_notes.model import Problem


def problems_of(notes: Notes, circumstances: Circumstances) -> tuple[Problem, ...]:
    """Return all problems and hints, sorted by file, line and code; each once."""
    inspection = Inspection(notes, circumstances)
    before = (n060_settings, n064_needed_page, n046_can_be_read)
    unread = next((found for rule in before if (found := {*rule.check(inspection)})), set())
    # What is missing from a page that was not read would be told all over the others.
    found = unread or {problem for rule in RULES for problem in rule.check(inspection)}
    return tuple(sorted(found))
