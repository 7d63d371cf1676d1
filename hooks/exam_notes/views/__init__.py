"""What is woven into pages: one file and one partial each, which says `VIEW`."""

from __future__ import annotations

from exam_notes.registry import registered
from exam_notes.views.view import View

VIEWS: tuple[View, ...] = registered(__name__, "VIEW")
