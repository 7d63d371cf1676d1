"""Below a task of the exam: its questions."""

from __future__ import annotations

from exam_notes.index.notes import Notes
from exam_notes.views.view import Context, View


def task(notes: Notes, key: str) -> Context:
    number = f"{notes.exam.code} {key}"
    return {"questions": [q for q in notes.questions.values() if q.task == number]}


VIEW = View("task", task)
