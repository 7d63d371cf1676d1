"""The line of an alias in the index of terms: see the term."""

from __future__ import annotations

from exam_notes.index.notes import Notes
from exam_notes.views.view import Context, View


def see(notes: Notes, key: str) -> Context:
    term, alias = notes.aliases[key]
    return {"term": term, "alias": alias}


VIEW = View("see", see, searched=False)
