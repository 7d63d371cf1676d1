"""What an export is: the notes in another format, as files beside the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from exam_notes.index.notes import Notes
from exam_notes.surroundings import Surroundings

File = tuple[str, bytes]


def nothing_said(_notes: Notes, _surroundings: Surroundings) -> Iterable[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Export:
    """`files(notes, surroundings)` yields path (below the site's root) and content of each file.

    An export that is `kept` belongs to what is read offline. One with a `title` is offered to
    readers under it. `needs` is the package without which it is left out. `said(notes,
    surroundings)` yields sentences for the log of the build.
    """

    files: Callable[[Notes, Surroundings], Iterable[File]]
    kept: bool
    title: str = ""
    needs: str = ""
    said: Callable[[Notes, Surroundings], Iterable[str]] = nothing_said
