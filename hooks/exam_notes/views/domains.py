"""The domains of the exam with their weights and the number of their questions."""

from __future__ import annotations

from exam_notes.index.notes import Notes
from exam_notes.views.view import Context, View


def domains(notes: Notes, _: str) -> Context:
    return {"domains": [(d, notes.questions_of(d)) for d in notes.exam.domains]}


VIEW = View("domains", domains, by_authors=True)
