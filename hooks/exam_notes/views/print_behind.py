"""All questions, then all answers: to test oneself on paper."""

from __future__ import annotations

from exam_notes.views.printing import printing
from exam_notes.views.view import View

VIEW = View("print-behind", printing, by_authors=True, searched=False)
