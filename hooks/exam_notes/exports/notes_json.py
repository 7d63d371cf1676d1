"""notes.json: the whole model for other programs, described by `notes.schema.json`.

Every address is relative to the site's root, every fragment of HTML is as rendered on its page.
"""

from __future__ import annotations

import json
from typing import Any

from exam_notes.exports.export import Export
from exam_notes.index.notes import Notes
from exam_notes.model import Change, Domain, Option, Passage, Question, Service, Task, Term
from exam_notes.visible import site_relative

FORMAT = 1

Json = dict[str, Any]


def notes_json(notes: Notes) -> bytes:
    """Return the model of `notes` as UTF-8 JSON, the same bytes for the same notes."""
    content = {
        "format": FORMAT,
        "exam": {"code": notes.exam.code, "domains": [_domain(d) for d in notes.exam.domains]},
        "services": [_service(service) for service in notes.services],
        "questions": [_question(notes, question) for question in notes.questions.values()],
        "terms": [_term(notes, term) for term in notes.terms],
    }
    members = (f"{_compact(name)}: {_listed(value)}" for name, value in content.items())
    return ("{" + ",\n".join(members) + "}\n").encode()


def _listed(value: Any) -> str:
    """Return JSON with one line for each entry of a list: small, fast, and good to compare."""
    if not isinstance(value, list):
        return _compact(value)
    return "[\n" + ",\n".join(map(_compact, value)) + "\n]"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _domain(domain: Domain) -> Json:
    tasks = [_task(task) for task in domain.tasks]
    return {"number": domain.number, "title": domain.title, "weight": domain.weight, "tasks": tasks}


def _task(task: Task) -> Json:
    skills = [{"number": skill.number, "text": skill.text} for skill in task.skills]
    return {"number": task.number, "title": task.title, "skills": skills}


def _service(service: Service) -> Json:
    return {
        "slug": service.slug,
        "name": service.name,
        "url": service.url,
        "term": service.term,
        "questions": [question.id for question in service.questions],
    }


def _question(notes: Notes, question: Question) -> Json:
    page_url = notes.service_of[question.id].url
    return {
        "id": question.id,
        "service": question.service,
        "url": notes.url_of(question.id),
        "title": _passage(question.title, page_url),
        "stem": _passage(question.stem, page_url),
        "choose": len(question.answers),
        "options": [_option(option, page_url) for option in question.options],
        "changes": [_change(change, page_url) for change in question.changes],
        "sources": [{"url": s.url, "title": s.title, "reason": s.reason} for s in question.sources],
        "checked": question.checked,
        "task": question.task,
        "skills": list(question.skills),
        "terms": list(notes.index.terms.get(question.id, ())),
        "referenced_by": [link.question for link in notes.index.backlinks.get(question.id, ())],
    }


def _option(option: Option, page_url: str) -> Json:
    return {
        "anchor": option.anchor,
        "verdict": option.verdict.word.lower(),
        "title": _passage(option.title, page_url),
        "reason": _passage(option.reason, page_url),
        "changes": [_change(change, page_url) for change in option.changes],
    }


def _change(change: Change, page_url: str) -> Json:
    return {
        "anchor": change.anchor,
        "label": change.label,
        "date": change.date,
        "body": _passage(change.body, page_url),
    }


def _term(notes: Notes, term: Term) -> Json:
    places = notes.index.places.get(term.id, ())
    return {
        "id": term.id,
        "name": term.name,
        "aliases": list(term.aliases),
        "url": notes.term_url(term.id),
        "definition": _passage(term.definition, notes.term_url(term.id)),
        "places": [
            {"question": p.question, "anchor": p.anchor, "role": p.role.value} for p in places
        ],
    }


def _passage(passage: Passage, page_url: str) -> Json:
    return {"html": site_relative(passage.html, page_url), "text": passage.text}


EXPORT = Export(lambda notes, _: [("notes.json", notes_json(notes))], kept=False)
