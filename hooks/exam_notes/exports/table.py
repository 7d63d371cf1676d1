"""questions.csv: one row a question, for spreadsheets and other programs for learning.

Comma-separated values as RFC 4180 has them, in UTF-8 with the mark by which spreadsheets know it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from string import ascii_uppercase

from exam_notes.exports.export import Export
from exam_notes.exports.texts import text_of
from exam_notes.index.notes import Notes
from exam_notes.model import Change, Option, Question, Source
from exam_notes.surroundings import Surroundings

PATH = "downloads/aws-exam-notes.csv"
OPTIONS = 8  # A to H: columns stay what they are while no question has more
_BEFORE = ("id", "title", "service", "stem", "choose")
_AFTER = ("changes", "sources", "link", "skills", "task", "checked")
# With these a spreadsheet takes a cell for a formula, or looks for one behind it.
# https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def table(notes: Notes, surroundings: Surroundings) -> bytes:
    """Return all questions as CSV, under a header."""
    questions = notes.questions.values()
    count = max([OPTIONS, *(len(question.options) for question in questions)])
    target = StringIO()
    writer = csv.writer(target)
    writer.writerow(header(count))
    for question in questions:
        writer.writerow(map(disarmed, _row(notes, question, count, surroundings.site_url)))
    return target.getvalue().encode("utf-8-sig")


def header(count: int) -> list[str]:
    """Return the names of the columns for `count` options."""
    return [*_BEFORE, *(f"{kind}_{sign}" for sign in _signs(count) for kind in _KINDS), *_AFTER]


_KINDS = ("option", "verdict", "reason")


def _signs(count: int) -> list[str]:
    """Return "A" to "Z", then numbers."""
    return [ascii_uppercase[at] if at < 26 else str(at + 1) for at in range(count)]


def disarmed(cell: str) -> str:
    """Return `cell` so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _row(notes: Notes, question: Question, count: int, site_url: str) -> Iterator[str]:
    yield question.id
    yield question.title.text
    yield notes.service_of[question.id].name
    yield text_of(question.stem.html)
    yield str(len(question.answers))
    yield from (cell for option in question.options for cell in _option(option))
    yield from [""] * len(_KINDS) * (count - len(question.options))
    yield _lines(_change(change) for change in question.changes)
    yield _lines(_source(source) for source in question.sources)
    yield site_url and site_url + notes.url_of(question.id)
    yield ", ".join(question.skills)
    yield question.task
    yield question.checked


def _option(option: Option) -> tuple[str, str, str]:
    """Return an option's text, its verdict, and its reason with the change notes in it."""
    return text_of(option.title.html), option.verdict.word, text_of(option.reason.html)


def _change(change: Change) -> str:
    return f"{change.label}\n{text_of(change.body.html)}"


def _source(source: Source) -> str:
    return f"{source.title} <{source.url}>" + (f": {source.reason}" if source.reason else "")


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(texts)


EXPORT = Export(
    lambda notes, surroundings: [(PATH, table(notes, surroundings))],
    kept=False,
    title="Table of all questions (CSV)",
)
