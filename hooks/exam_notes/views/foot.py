"""The foot of a question: terms, task, who links to it, its neighbours."""

from __future__ import annotations

from exam_notes.index.notes import Notes
from exam_notes.views.view import Context, View


def foot(notes: Notes, key: str) -> Context:
    question = notes.questions[key]
    siblings = notes.service_of[key].questions
    at = [sibling.id for sibling in siblings].index(question.id)
    return {
        "question": question,
        "terms": [notes.term(id) for id in notes.index.terms.get(key, ())],
        "backlinks": notes.index.backlinks.get(key, ()),
        "task": notes.task_of(question),
        "previous": siblings[at - 1] if at else None,
        "next": siblings[at + 1] if at + 1 < len(siblings) else None,
    }


VIEW = View("foot", foot, searched=False)
