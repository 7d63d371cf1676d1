"""All questions, each with its answers below it."""

from __future__ import annotations

from exam_notes.views.printing import printing
from exam_notes.views.view import View

VIEW = View("print-below", printing, by_authors=True, searched=False)
