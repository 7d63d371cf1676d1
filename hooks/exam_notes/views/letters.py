"""The letters above the index of terms, and its filter."""

from __future__ import annotations

from exam_notes.index.notes import Notes
from exam_notes.order import letter
from exam_notes.views.view import Context, View


def letters(notes: Notes, _: str) -> Context:
    names = [name for term in notes.terms for name in (term.name, *term.aliases)]
    return {"letters": sorted({letter(name) for name in names})}


VIEW = View("letters", letters, searched=False)
