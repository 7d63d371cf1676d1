"""The pictures that the questions show."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.index.notes import Notes
from exam_notes.model import Question
from exam_notes.portable import pictures


def pictures_shown(notes: Notes) -> list[str]:
    """Return the URLs, from the site's root, of all pictures in questions; sorted."""
    found = {
        url
        for question in notes.questions.values()
        for html in _texts(question)
        for url in pictures(html, notes.service_of[question.id].url)
    }
    return sorted(found)


def _texts(question: Question) -> Iterator[str]:
    yield question.stem.html
    yield from (option.title.html for option in question.options)
    yield from (option.reason.html for option in question.options)
    yield from (change.body.html for change in question.changes)
