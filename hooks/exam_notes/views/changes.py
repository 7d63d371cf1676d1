"""The list of all change notes: by year, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from exam_notes.index.notes import Notes
from exam_notes.model import Change, Question
from exam_notes.order import term_key
from exam_notes.views.view import Context, View

UNDATED = {"Changed": "Date not known", "Never right": "Never right"}


class DatedChange(NamedTuple):
    """A change note with the question it belongs to."""

    change: Change
    question: Question


def changes(notes: Notes, _: str) -> Context:
    groups = changes_by_year(notes.questions.values())
    return {"groups": [(year, year_anchor(year), entries) for year, entries in groups]}


def anchors(notes: Notes) -> Iterator[str]:
    return (year_anchor(year) for year, _ in changes_by_year(notes.questions.values()))


def year_anchor(year: str) -> str:
    """Return the anchor of a year's heading in the list of changes."""
    return f"changes-{year.lower().replace(' ', '-')}"


def changes_by_year(questions: Iterable[Question]) -> list[tuple[str, list[DatedChange]]]:
    """Return all change notes, newest first, by year; those without a date last, by their title."""
    dated = [DatedChange(change, q) for q in questions for change in q.all_changes]
    dated.sort(key=lambda entry: (entry.change.label, term_key(entry.question.title.text)))
    dated.sort(key=lambda entry: entry.change.date, reverse=True)
    return [(year, list(group)) for year, group in groupby(dated, _year)]


def _year(entry: DatedChange) -> str:
    return entry.change.date[:4] or UNDATED.get(entry.change.label, entry.change.label)


VIEW = View("changes", changes, by_authors=True, anchors=anchors)
