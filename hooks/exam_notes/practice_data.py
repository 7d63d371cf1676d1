"""What the practice in the browser needs: an index of all questions, and the questions by service.

Classic scripts: neither modules nor `fetch` work from `file://`. The index is packed by column,
since every reader who practises loads it; a service is loaded when one of its questions is shown.
`docs/assets/practice/catalogue.js` unpacks what is packed here.
"""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from string import ascii_lowercase
from typing import Any

from exam_notes.model import Option, Passage, Question, Service, Task, Verdict
from exam_notes.published import PublishedId
from exam_notes.site import Site
from exam_notes.text import site_relative

FOLDER = "practice"
INDEX = f"{FOLDER}/index.js"
SCRIPTS = "assets/practice"
BUNDLE = "assets/practice.js"
SWITCH = "assets/practice-switch.js"

# Of what is asked: enough to notice an edit, not to withstand an attack.
STEM, OPTIONS = 1, 3

_NUMBER = re.compile(r"\b\d+\.\d+(?:\.\d+)?\b")
_TAG = re.compile(r"<[^>]+>")
_NOT_WORDS = re.compile(r"[\W_]+")
_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.DOTALL | re.MULTILINE)
_LINE_COMMENT = re.compile(r"(?:^|[ \t]+)// [^\n\"'`]*$", re.MULTILINE)
_TYPE = re.compile(r"/\*\* @(?:type|template|returns)\b[^*\n]*\*/ ?")
_INDENT = re.compile(r"^\s+", re.MULTILINE)

Json = dict[str, Any]


def practice_files(site: Site, published: Iterable[PublishedId]) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of every file of data, the same bytes for the same notes."""
    yield INDEX, f"self.practiceIndex = {_json(_index(site, published))};\n".encode()
    for service in site.services:
        name = json.dumps(service.slug)
        content = _json(_questions(service))
        script = f"(self.practiceNotes ||= {{}})[{name}] = {content};\n"
        yield f"{FOLDER}/{service.slug}.js", script.encode()


def bundle(scripts: Mapping[str, str]) -> str:
    """Return scripts (by file name) as one: a request instead of twenty, and no global names.

    Comments that fill lines and indentation stay behind in the sources. `start.js` comes last: it
    is the only one that does anything by itself.
    """
    names = sorted(scripts, key=lambda name: (name == "start.js", name))
    code = "".join(bare(scripts[name]) for name in names)
    return f'(() => {{\n"use strict";\n{code}}})();\n'


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
    return tuple(dict.fromkeys(_NUMBER.findall(" ".join(_skill_texts(question)))))


def _skill_texts(question: Question) -> tuple[str, ...]:
    skills: tuple[str, ...] = getattr(question, "skills", ()) or (getattr(question, "task", ""),)
    return skills


def _index(site: Site, published: Iterable[PublishedId]) -> Json:
    numbers = list(dict.fromkeys(n for q in site.questions.values() for n in skills_of(q)))
    place = {number: str(at) for at, number in enumerate(numbers)}
    return {
        "domains": [[d.number, d.title, d.weight] for d in site.exam.domains],
        "skills": [entry for task in site.exam.tasks for entry in _titles(task)],
        "moved": [[e.id, e.successor] for e in published if e.successor in site.questions],
        "numbers": numbers,
        "services": [_packed(service, place) for service in site.services],
    }


def _titles(task: Task) -> list[list[str]]:
    """Return number and title of a task, and of its skills where the exam page lists them."""
    skills = getattr(task, "skills", ())
    return [[task.number, task.title], *([s.number, s.title] for s in skills)]


def _packed(service: Service, place: Mapping[str, str]) -> list[str]:
    questions = service.questions
    return [
        service.slug,
        service.name,
        service.url,
        " ".join(_short(question.id, service.slug) for question in questions),
        "".join(asked(question)[STEM:] for question in questions),
        "".join(str(min(len(question.answers), 9)) for question in questions),
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
    return site_relative(passage.html, url)


def _words(passage: Passage) -> str:
    return _NOT_WORDS.sub(" ", _TAG.sub(" ", passage.html)).casefold().strip()


def _hash(text: str, length: int) -> str:
    return urlsafe_b64encode(sha256(text.encode()).digest()).decode()[:length]


def bare(script: str) -> str:
    """Return a script without indentation, types, and comments that fill lines."""
    for pattern in (_COMMENT, _LINE_COMMENT, _TYPE, _INDENT):
        script = pattern.sub("", script)
    return script


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
