"""What an export is: the notes in another format, as files beside the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from exam_notes.index.notes import Notes

File = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class Export:
    """`files(notes)` yields path (below the site's root) and content of each file.

    An export that is `kept` belongs to what is read offline.
    """

    files: Callable[[Notes], Iterable[File]]
    kept: bool
