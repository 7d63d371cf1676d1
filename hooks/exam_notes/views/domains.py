"""The domains of the exam: their share of it, their questions, and the tasks that have none yet."""

from __future__ import annotations

from typing import NamedTuple

from exam_notes.index.notes import Notes
from exam_notes.model import Domain, Question, Task
from exam_notes.views.view import Context, View


class CoveredDomain(NamedTuple):
    """A domain with its questions; `missing` are its tasks without a question."""

    domain: Domain
    questions: tuple[Question, ...]
    missing: tuple[Task, ...]


def domains(notes: Notes, _: str) -> Context:
    covered = [_covered(notes, domain) for domain in notes.exam.domains]
    return {
        "domains": covered,
        "tasks": len(notes.exam.tasks),
        "missing": [task for each in covered for task in each.missing],
    }


def _covered(notes: Notes, domain: Domain) -> CoveredDomain:
    questions = notes.questions_of(domain)
    found = {notes.task_of(question) for question in questions}
    return CoveredDomain(domain, questions, tuple(t for t in domain.tasks if t not in found))


VIEW = View("domains", domains, by_authors=True)
