"""The fingerprints of all notes of the deck, by the ids that the file of times has."""

from __future__ import annotations

from pathlib import Path

from exam_notes.exports.deck import model
from exam_notes.exports.deck.retired import retired
from exam_notes.exports.deck.times import fingerprint, hash_of
from exam_notes.index.notes import Notes


def prints_of(notes: Notes, root: Path) -> dict[str, str]:
    """Return the fingerprint of every note of the deck by its id, and that of the note type."""
    return {
        model.NOTE_TYPE: model.fingerprint(),
        **{id: fingerprint(question) for id, question in notes.questions.items()},
        **{id: hash_of(went) for id, went in retired(notes, root).items()},
    }
