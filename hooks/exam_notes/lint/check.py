"""Holds the notes against all rules and collects every problem, sorted."""

from __future__ import annotations

from exam_notes.index.notes import Notes
from exam_notes.lint.circumstances import Circumstances
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rules import RULES
from exam_notes.model import Problem


def problems_of(notes: Notes, circumstances: Circumstances) -> tuple[Problem, ...]:
    """Return all problems and hints, sorted by file, line and code; each once."""
    inspection = Inspection(notes, circumstances)
    return tuple(sorted({found for rule in RULES for found in rule.check(inspection)}))
