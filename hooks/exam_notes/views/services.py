"""All service pages, grouped as the navigation groups them."""

from __future__ import annotations

from exam_notes.index.notes import Notes
from exam_notes.views.view import Context, View


def services(notes: Notes, _: str) -> Context:
    return {"groups": notes.groups}


VIEW = View("services", services, by_authors=True)
