"""The page on which readers practise, as it is without JavaScript."""

from __future__ import annotations

from exam_notes.views.view import View

VIEW = View("practice", by_authors=True)
