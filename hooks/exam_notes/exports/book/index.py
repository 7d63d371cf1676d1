"""The index of terms as a book has it: letters, terms, old names that lead to them."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from exam_notes.index.notes import Notes
from exam_notes.model import Question, Term
from exam_notes.order import letter, term_key


class Entry(NamedTuple):
    """A line of the index. An old name has no questions: it leads to its term."""

    name: str
    term: Term
    questions: tuple[Question, ...]
    is_alias: bool = False


def entries_by_letter(notes: Notes) -> list[tuple[str, list[Entry]]]:
    """Return all entries, sorted as the site sorts them."""
    entries = [_entry(notes, term) for term in notes.terms]
    entries += [Entry(alias, term, (), is_alias=True) for term, alias in notes.aliases.values()]
    entries.sort(key=lambda entry: term_key(entry.name))
    return [(sign, list(group)) for sign, group in groupby(entries, lambda e: letter(e.name))]


def _entry(notes: Notes, term: Term) -> Entry:
    """Return the entry of a term: its questions once each, without what would answer them."""
    ids = dict.fromkeys(place.question for place in notes.index.places.get(term.id, ()))
    return Entry(term.name, term, tuple(notes.questions[id] for id in ids))
