"""The home page's first lines: what the notes are, how many, and one next step."""

from __future__ import annotations

from exam_notes.index.notes import Notes
from exam_notes.paths import PRACTICE
from exam_notes.views.view import Context, View


def start(notes: Notes, _: str) -> Context:
    return {"practice": notes.by_path.get(PRACTICE)}


VIEW = View("start", start, by_authors=True)
