"""The newest change notes."""

from __future__ import annotations

from exam_notes.index.notes import Notes
from exam_notes.views.changes import changes_by_year
from exam_notes.views.view import Context, View

LATEST = 5


def latest_changes(notes: Notes, _: str) -> Context:
    groups = changes_by_year(notes.questions.values())
    return {"changes": [entry for _, changes in groups for entry in changes][:LATEST]}


VIEW = View("latest-changes", latest_changes, by_authors=True)
