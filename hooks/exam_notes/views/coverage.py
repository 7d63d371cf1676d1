"""How much of the exam has a question: skills, and each domain's share."""

from __future__ import annotations

from exam_notes.index.notes import Notes
from exam_notes.views.view import Context, View


def coverage(notes: Notes, _: str) -> Context:
    skills = notes.exam.skills
    return {
        "questions": len(notes.questions),
        "skills": len(skills),
        "covered": sum(bool(notes.by_skill[skill.number]) for skill in skills),
        "domains": [(domain, len(notes.questions_of(domain))) for domain in notes.exam.domains],
    }


VIEW = View("coverage", coverage, by_authors=True)
