"""The Anki deck: one note a question, under ids that never change."""

from __future__ import annotations

from exam_notes.exports.deck.behind import said
from exam_notes.exports.deck.collection import PATH, package
from exam_notes.exports.export import Export

EXPORT = Export(
    lambda notes, surroundings: [(PATH, package(notes, surroundings))],
    kept=False,
    title="Deck for Anki",
    needs="genanki",
    said=said,
)
