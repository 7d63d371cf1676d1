"""Makes the exports of one build, and tells what was left out."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec
from typing import NamedTuple

from exam_notes.exports.export import Export, File
from exam_notes.index.notes import Notes
from exam_notes.surroundings import Surroundings


class Offer(NamedTuple):
    """A file that readers may take with them: `url` from the site's root, `size` in bytes."""

    title: str
    url: str
    size: int


class Made(NamedTuple):
    """The files of all exports by their paths, and what is said of them.

    `unkept` are the paths of those that are not kept offline. `said` is for the log.
    """

    files: dict[str, bytes]
    unkept: frozenset[str]
    offers: tuple[Offer, ...]
    said: tuple[str, ...]


NOTHING = Made({}, frozenset(), (), ())


def make(notes: Notes, surroundings: Surroundings, exports: Iterable[Export]) -> Made:
    """Make every export whose package is installed.

    What readers take with them takes longer than the pages: nobody waits for it while writing.
    """
    all_exports = tuple(e for e in exports if not (surroundings.serving and e.title))
    made = [(e, tuple(e.files(notes, surroundings))) for e in all_exports if _can_be_made(e)]
    return Made(
        {path: content for _, files in made for path, content in files},
        frozenset(path for export, files in made for path, _ in files if not export.kept),
        tuple(_offer(e, file) for e, files in made if e.title for file in files),
        tuple(sentence for e in all_exports for sentence in _said(e, notes, surroundings)),
    )


def _can_be_made(export: Export) -> bool:
    return not export.needs or find_spec(export.needs) is not None


def _offer(export: Export, file: File) -> Offer:
    path, content = file
    return Offer(export.title, path, len(content))


def _said(export: Export, notes: Notes, surroundings: Surroundings) -> Iterable[str]:
    if _can_be_made(export):
        return export.said(notes, surroundings)
    return [f"{export.title} is left out: the package {export.needs} is not installed"]
