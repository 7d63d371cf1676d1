"""One sentence for the home page: since when everything is checked, and how much is due."""

from __future__ import annotations

from exam_notes.views.freshness import days
from exam_notes.views.view import View

VIEW = View("review", days, by_authors=True, searched=False)
