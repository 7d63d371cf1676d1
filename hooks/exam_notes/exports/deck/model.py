"""The note type: ids, fields and templates. What is fixed here is fixed for ever.

Anki tells note types and their fields apart by these ids and by their order. A field that is added
later makes every reader choose between two note types: there are spare ones instead.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Any

from exam_notes.exports.deck.times import hash_of
from exam_notes.exports.templates import text_file

MODEL_ID = 1_764_081_501
NAME = "AWS Developer exam notes"
FIELDS = (
    *("Id", "Title", "Stem", "Choose", "Options", "Answers", "Changes", "Sources", "Link"),
    *("Service", "Skills", "Checked", "Spare 1", "Spare 2", "Spare 3", "Spare 4"),
)
SORTED_BY = FIELDS.index("Title")
NOTE_TYPE = "(note type)"  # its id in the file of times; no question's id has such signs

_FIRST_ID = 1_700_000_000_000  # ids of notes and cards are times in milliseconds
_ROOM = 50_000_000_000
_DECKS = 1 << 30


def front() -> str:
    return text_file("deck", "front.html") + _script()


def back() -> str:
    return text_file("deck", "back.html") + _script()


def css() -> str:
    return text_file("deck", "card.css")


def _script() -> str:
    """Return our script: one fixed text, in which no note has a word."""
    return f"<script>\n{text_file('deck', 'card.js')}</script>\n"


def fingerprint() -> str:
    """Return a hash of all that the note type consists of."""
    return hash_of("\n".join([NAME, *FIELDS, front(), back(), css()]))


def guid(id: str) -> str:
    """Return the name under which every collection knows the note of the question `id`."""
    return _digest("note", id).hex()[:20]


def note_id(id: str) -> int:
    return _FIRST_ID + _number("note", id) % _ROOM


def card_id(id: str) -> int:
    return _FIRST_ID + _number("card", id) % _ROOM


def deck_id(slug: str) -> int:
    """Return the id of the subdeck of a service, in the room that Anki leaves for ids."""
    return _DECKS + _number("deck", slug) % _DECKS


def deck_name(service: str) -> str:
    """Return the name of the subdeck of a service. Two colons would begin another below it."""
    return f"{NAME}::{re.sub(':{2,}', ':', service)}"


def _number(kind: str, id: str) -> int:
    return int.from_bytes(_digest(kind, id)[:8], "big")


def _digest(kind: str, id: str) -> bytes:
    return sha256(f"aws-exam-notes/{kind}/{id}".encode()).digest()


def arguments() -> dict[str, Any]:
    """Return what genanki makes a note type of."""
    return {
        "model_id": MODEL_ID,
        "name": NAME,
        "fields": [{"name": name} for name in FIELDS],
        "templates": [{"name": "Question", "qfmt": front(), "afmt": back()}],
        "css": css(),
        "sort_field_index": SORTED_BY,
    }
