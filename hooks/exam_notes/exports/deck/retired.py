"""Questions that were published once and are gone, from docs/published-ids.txt."""

from __future__ import annotations

from pathlib import Path

from exam_notes.index.notes import Notes

PUBLISHED = "docs/published-ids.txt"


def retired(notes: Notes, root: Path) -> dict[str, str]:
    """Return the ids of questions that went away, with where their content went.

    Addresses of options, which have `--` in them, are no notes of their own.
    """
    file = root / PUBLISHED
    text = file.read_text("utf-8-sig", errors="replace") if file.is_file() else ""
    lines = (line for line in text.splitlines() if "->" in line and not line.startswith("#"))
    entries = (tuple(map(str.strip, line.split("->", 1))) for line in lines)
    return {id: went for id, went in entries if "--" not in id and id not in notes.questions}
