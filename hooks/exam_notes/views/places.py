"""Below a term: where it occurs, by role. The search hears of them in `publishing/search.py`."""

from __future__ import annotations

from exam_notes.index.notes import Notes
from exam_notes.order import by_role
from exam_notes.views.view import Context, View


def places(notes: Notes, key: str) -> Context:
    found = notes.index.places.get(key, ())
    page = next((service for service in notes.services if service.term == key), None)
    return {"term": notes.term(key), "groups": by_role(found), "page": page}


VIEW = View("places", places, searched=False)
