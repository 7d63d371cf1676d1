"""The button above the questions of a page."""

from __future__ import annotations

from exam_notes.views.view import View

VIEW = View("controls", lambda _, key: {"key": key}, searched=False)
