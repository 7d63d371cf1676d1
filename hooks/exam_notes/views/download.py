"""The link to the offline copy, where there is one."""

from __future__ import annotations

from exam_notes.views.view import View

VIEW = View("download", by_authors=True, searched=False)
