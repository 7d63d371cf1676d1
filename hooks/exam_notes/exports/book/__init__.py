"""The book: an EPUB with the answers apart, at the end of each chapter."""

from __future__ import annotations

from exam_notes.exports.book.epub import PATH, book
from exam_notes.exports.export import Export

EXPORT = Export(
    lambda notes, surroundings: [(PATH, book(notes, surroundings))],
    kept=False,
    title="Book for e-readers (EPUB)",
    needs="ebooklib",
)
