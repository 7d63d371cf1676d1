"""Tells when the file of times is behind the notes, and brings it up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from exam_notes.exports.deck.prints import prints_of
from exam_notes.exports.deck.times import PATH, Entry, Times, known, read_times, time_of
from exam_notes.index.notes import Notes
from exam_notes.surroundings import Surroundings


def said(notes: Notes, surroundings: Surroundings) -> Iterator[str]:
    """Yield one sentence for the log where the file does not have the content of every note."""
    if count := len(behind(notes, surroundings.root)):
        yield f"{PATH} is behind for {count} of the deck's notes: `make times` brings it up"


def behind(notes: Notes, root: Path) -> list[str]:
    """Return the ids whose content the file does not have."""
    times = read_times(root)
    return [id for id, print in prints_of(notes, root).items() if not known(times, id, print)]


def brought_up(notes: Notes, root: Path, now: datetime) -> Times:
    """Return the times as of `now`. What was listed once stays listed: a note may come back."""
    times = read_times(root)
    prints = prints_of(notes, root).items()
    current = {id: Entry(print, time_of(times, id, print, now)) for id, print in prints}
    return {**times, **current}
