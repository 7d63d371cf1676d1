"""The notes of the deck: fields and tags of each question, and of each that was retired."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from exam_notes.exports.deck.model import FIELDS
from exam_notes.exports.templates import templates
from exam_notes.index.notes import Notes
from exam_notes.model import Question
from exam_notes.portable import picture_name, portable

NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight")
TAG = "aws-exam-notes"
# What Anki would take for sounds, formulas or speech, also where it is meant as text.
_BRACKET = re.compile(r"\[(?=sound:|anki:|/?latex\]|/?\$)")
_FORMULA = re.compile(r"\\(?=[(\[])")


@dataclass(frozen=True, slots=True)
class Note:
    """One note: the question's id, its fields in order, its tags, and the deck of its service."""

    id: str
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    deck: str


def note_of(notes: Notes, question: Question, site_url: str) -> Note:
    """Return the note of `question`; links within the site lead to `site_url`, if there is one."""
    values = {name.lower(): value for name, value in _values(notes, question, site_url)}
    fields = tuple(values.get(name.lower(), "") for name in FIELDS)
    return Note(question.id, fields, tuple(_tags(notes, question)), question.service)


def retired_note(id: str, successor: str) -> Note:
    """Return what is left of a question that was retired: where its content went."""
    stem = templates("deck").get_template("retired.html").render(successor=successor)
    values = {"Id": id, "Title": "A retired question", "Stem": stem}
    return Note(id, tuple(values.get(name, "") for name in FIELDS), (f"{TAG}::retired",), "")


def _values(notes: Notes, question: Question, site_url: str) -> Iterator[tuple[str, str]]:
    page = notes.service_of[question.id]

    def passage(html: str) -> Markup:
        """Return HTML that Markdown rendered from the notes, for a field."""
        made = portable(html, page.url, lambda url: site_url and site_url + url, picture_name)
        return Markup(as_meant(made))  # noqa: S704

    def rendered(name: str) -> str:
        template = templates("deck").get_template(f"{name}.html")
        link = site_url and site_url + notes.url_of(question.id)
        return template.render(question=question, passage=passage, link=link).strip()

    yield "id", question.id
    yield "title", passage(question.title.html)
    yield "stem", passage(question.stem.html)
    yield "choose", _choose(len(question.answers))
    for name in ("options", "answers", "changes", "sources", "link"):
        yield name, rendered(name)
    yield "service", as_meant(str(Markup.escape(page.name)))
    yield "skills", str(Markup.escape(", ".join(question.skills) or question.task))
    yield "checked", str(Markup.escape(question.checked))


def as_meant(html: str) -> str:
    """Return `html` so that Anki shows it as it is, and makes no formula or sound of it."""
    return _FORMULA.sub(r"\\<span></span>", _BRACKET.sub("&#91;", html))


def _choose(count: int) -> str:
    """Return how many options to choose, "" where it is one."""
    if count < 2:
        return ""
    return f"Choose {NUMBERS[count] if count < len(NUMBERS) else count}."


def _tags(notes: Notes, question: Question) -> Iterator[str]:
    yield f"{TAG}::service::{question.service}"
    if task := notes.task_of(question):
        number = task.number.partition(".")[0]
        yield f"{TAG}::domain::{number}"
    yield from (f"{TAG}::skill::{number}" for number in question.skills)
    yield from (f"{TAG}::term::{term}" for term in notes.index.terms.get(question.id, ()))
