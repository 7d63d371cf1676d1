"""Behind a skill of the exam: the questions that name it."""

from __future__ import annotations

from exam_notes.index.notes import Notes
from exam_notes.views.view import Context, View


def skill(notes: Notes, key: str) -> Context:
    return {"questions": notes.by_skill.get(key, ())}


VIEW = View("skill", skill, searched=False)
