"""One file a rule: its sentence, why, a bad and a good example, message, check, and its fix."""

from __future__ import annotations

from exam_notes.lint.rule import Rule
from exam_notes.registry import registered

RULES: tuple[Rule, ...] = registered(__name__, "RULE")
