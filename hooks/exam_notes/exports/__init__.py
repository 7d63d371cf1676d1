"""The notes for other programs: one file a format, which says `EXPORT`."""

from __future__ import annotations

from exam_notes.exports.export import Export
from exam_notes.registry import registered

EXPORTS: tuple[Export, ...] = registered(__name__, "EXPORT")
