"""When each question was last checked, oldest first.

A page says days, never ages: the browser counts from them, so that no page changes by itself.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from exam_notes.index.notes import Notes
from exam_notes.model import Question, Service
from exam_notes.order import alphabetical
from exam_notes.paths import FRESHNESS
from exam_notes.views.view import Context, View


class CheckedService(NamedTuple):
    """A service with its questions by the day they were checked, and the first of these days."""

    service: Service
    questions: list[Question]
    oldest: str


def freshness(notes: Notes, _: str) -> Context:
    """`facts` and `review_days` come beside it, from `publication.py`."""
    services = [_checked(service) for service in notes.services if service.questions]
    return {"services": sorted(services, key=lambda each: each.oldest), **days(notes, "")}


def days(notes: Notes, _: str) -> Context:
    """Return how many questions were checked on each day, oldest first."""
    counts = Counter(question.checked for question in notes.questions.values())
    page = notes.by_path.get(FRESHNESS)
    return {"days": sorted(counts.items()), "page": page}


def _checked(service: Service) -> CheckedService:
    questions = sorted(service.questions, key=lambda q: (q.checked, alphabetical(q.title.text)))
    return CheckedService(service, questions, questions[0].checked)


VIEW = View("freshness", freshness, by_authors=True)
