"""The end of a service page: where other pages name the service."""

from __future__ import annotations

from exam_notes.index.notes import Notes
from exam_notes.order import by_title
from exam_notes.views.view import Context, View


def elsewhere(notes: Notes, key: str) -> Context:
    service = next(service for service in notes.services if service.slug == key)
    places = notes.index.places.get(service.term, ())
    found = (place.question for place in places)
    others = [notes.questions[id] for id in found if notes.service_of[id] is not service]
    return {"service": service, "questions": by_title(others)}


VIEW = View("elsewhere", elsewhere, searched=False)
