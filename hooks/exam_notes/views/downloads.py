"""The files that readers may take with them, with size and date."""

from __future__ import annotations

from exam_notes.views.view import View

VIEW = View("downloads", by_authors=True, searched=False)
