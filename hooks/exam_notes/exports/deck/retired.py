"""Questions that were published once and are gone, from docs/published-ids.txt."""

from __future__ import annotations

from pathlib import Path

from exam_notes.index.notes import Notes
from exam_notes.reading.published import published_ids


def retired(notes: Notes, root: Path) -> dict[str, str]:
    """Return the ids of questions that went away, with where their content went.

    Addresses of options, which have `--` in them, are no notes of their own.
    """
    entries = published_ids(root).entries
    gone = (entry for entry in entries if entry.successor and "--" not in entry.id)
    return {entry.id: entry.successor for entry in gone if entry.id not in notes.questions}
