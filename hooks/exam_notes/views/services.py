"""The cards of all service pages."""

from __future__ import annotations

from exam_notes.index.notes import Notes
from exam_notes.views.view import Context, View


def services(notes: Notes, _: str) -> Context:
    return {"services": [(s, notes.domains_of(s)) for s in notes.services]}


VIEW = View("services", services, by_authors=True)
