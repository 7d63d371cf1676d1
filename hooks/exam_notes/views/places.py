"""Below a term: where it occurs. The search hears of it in `publishing/search.py`.

The roles would give answers away, so they stand in a closed element, and apart from the questions.
"""

from __future__ import annotations

from exam_notes.index.notes import Notes
from exam_notes.model import Role
from exam_notes.order import by_role, by_title
from exam_notes.views.view import Context, View


def places(notes: Notes, key: str) -> Context:
    found = notes.index.places.get(key, ())
    page = next((service for service in notes.services if service.term == key), None)
    tells = any(place.role is not Role.MENTIONED for place in found)
    return {
        "term": notes.term(key),
        "page": page,
        "questions": by_title(notes.questions[place.question] for place in found),
        "groups": by_role(found) if tells else [],
    }


VIEW = View("places", places, searched=False)
