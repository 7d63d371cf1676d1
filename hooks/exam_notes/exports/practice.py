"""What the practice in the browser needs: an index of all questions, and the questions by service.

Classic scripts: neither modules nor `fetch` work from `file://`. The index is packed by column,
since every reader who practises loads it; a service is loaded when one of its questions is shown.
`docs/assets/practice/catalogue.js` unpacks what is packed here.
"""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from string import ascii_lowercase
from typing import Any

from exam_notes.exports.export import Export
from exam_notes.index.notes import Notes
from exam_notes.model import Option, Passage, Question, Service, Task, Verdict
from exam_notes.reading.published import PublishedId, published_ids
from exam_notes.unbroken import unbroken
from exam_notes.visible import site_relative

FOLDER = "practice"
INDEX = f"{FOLDER}/index.js"

# Of what is asked: enough to notice an edit, not to withstand an attack.
STEM, OPTIONS = 1, 3

_TAG = re.compile(r"<[^>]+>")
_NOT_WORDS = re.compile(r"[\W_]+")

Json = dict[str, Any]


def practice_files(notes: Notes, published: Iterable[PublishedId]) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of every file of data, the same bytes for the same notes."""
    yield INDEX, f"self.practiceIndex = {_json(_index(notes, published))};\n".encode()
    for service in notes.services:
        name = json.dumps(service.slug)
        content = _json(_questions(service))
        script = f"(self.practiceNotes ||= {{}})[{name}] = {content};\n"
        yield f"{FOLDER}/{service.slug}.js", script.encode()


def asked(question: Question) -> str:
    """Return the hash of what a question asks: its stem, then its options with their verdicts.

    Case, punctuation and markup do not count, nor does the order of the options.
    """
    options = sorted(f"{_words(o.title)}={o.verdict.value}" for o in question.options)
    return _hash(_words(question.stem), STEM) + _hash("\n".join(options), OPTIONS)


def rights(question: Question) -> str:
    """Return the letters of the right options, "a" for the first on the page."""
    options = zip(ascii_lowercase, question.options)
    return "".join(letter for letter, option in options if option.verdict is Verdict.CORRECT)


def skills_of(question: Question) -> tuple[str, ...]:
    """Return the numbers of the exam guide that a question is for; the first is its main one."""
    return question.skills or tuple(question.task.split()[1:])


def _index(notes: Notes, published: Iterable[PublishedId]) -> Json:
    return {
        "domains": [[d.number, d.title, d.weight] for d in notes.exam.domains],
        "skills": [entry for task in notes.exam.tasks for entry in _titles(task)],
        "moved": [[e.id, e.successor] for e in published if e.successor in notes.questions],
        "services": [_packed(service) for service in notes.services],
    }


def _titles(task: Task) -> list[list[str]]:
    """Return number and title of a task, and of its skills where the exam page lists them."""
    return [[task.number, task.title], *([s.number, s.text] for s in task.skills)]


def _packed(service: Service) -> list[str]:
    """Return what the index has of a service; its questions name skills by place in its list."""
    questions = service.questions
    numbers = list(dict.fromkeys(number for q in questions for number in skills_of(q)))
    place = {number: str(at) for at, number in enumerate(numbers)}
    return [
        service.slug,
        service.name,
        service.url,
        " ".join(_short(question.id, service.slug) for question in questions),
        "".join(asked(question)[STEM:] for question in questions),
        "".join(str(min(len(question.answers), 9)) for question in questions),
        " ".join(numbers),
        " ".join(",".join(place[n] for n in skills_of(question)) for question in questions),
    ]


def _short(id: str, slug: str) -> str:
    return id.removeprefix(slug) if id.startswith(f"{slug}-") else id


def _questions(service: Service) -> Json:
    return {question.id: _question(question, service.url) for question in service.questions}


def _question(question: Question, url: str) -> Json:
    return {
        "title": _html(question.title, url),
        "stem": _html(question.stem, url),
        "asked": asked(question),
        "choose": len(question.answers),
        "options": [_option(option, url) for option in question.options],
        "changes": [[change.label, _html(change.body, url)] for change in question.changes],
    }


def _option(option: Option, url: str) -> list[Any]:
    right = int(option.verdict is Verdict.CORRECT)
    return [option.anchor, right, _html(option.title, url), _html(option.reason, url)]


def _html(passage: Passage, url: str) -> str:
    return unbroken(site_relative(passage.html, url))


def _words(passage: Passage) -> str:
    return _NOT_WORDS.sub(" ", _TAG.sub(" ", passage.html)).casefold().strip()


def _hash(text: str, length: int) -> str:
    return urlsafe_b64encode(sha256(text.encode()).digest()).decode()[:length]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


EXPORT = Export(
    lambda notes, surroundings: practice_files(notes, published_ids(surroundings.root).entries),
    kept=True,
)
