"""Decks of small notes at a given time, and a collection of Anki's that imports them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.import_export_pb2 import ImportCsvRequest
from exam_notes.exports.deck.behind import brought_up
from exam_notes.exports.deck.collection import package
from exam_notes.exports.deck.times import PATH, as_text
from exam_notes.exports.deck_text import deck_text
from exam_notes.surroundings import Surroundings

from tests.support.notes import site_of

KINDS = ("new", "updated", "duplicate", "conflicting")


def surroundings(root: Path, site_url: str = "", *, serving: bool = False) -> Surroundings:
    """Return the surroundings of a build of the project at `root`, on the day of the tests."""
    return Surroundings(root, date(2026, 11, 26), "", "", None, serving, site_url)


def deck(root: Path, sources: Mapping[str, str], moment: datetime) -> Path:
    """Write the deck of pages as of `moment`, whose times are listed; return its file."""
    notes = site_of(sources)
    (root / "docs").mkdir(exist_ok=True)
    (root / PATH).write_text(as_text(brought_up(notes, root, moment)), "utf-8")
    file = root / f"{moment:%Y%m%d%H%M%S}.apkg"
    file.write_bytes(package(notes, surroundings(root)))
    return file


def text(root: Path, sources: Mapping[str, str]) -> Path:
    """Write the text for Anki of pages; return its file."""
    file = root / "update.txt"
    file.write_bytes(deck_text(site_of(sources), surroundings(root)))
    return file


def collection(folder: Path) -> Collection:
    """Return an empty collection. Its owner closes it."""
    return Collection(str(folder / "collection.anki2"))


def imported(into: Collection, file: Path) -> dict[str, int]:
    """Import a package as Anki does by itself; return how many notes met which fate."""
    request = ImportAnkiPackageRequest(package_path=str(file), options=ImportAnkiPackageOptions())
    return _counts(into.import_anki_package(request).log)


def imported_text(into: Collection, file: Path) -> dict[str, int]:
    """Import a text as Anki does by itself."""
    metadata = into.get_csv_metadata(str(file), delimiter=None)
    return _counts(into.import_csv(ImportCsvRequest(path=str(file), metadata=metadata)).log)


def _counts(log: Any) -> dict[str, int]:
    return {kind: len(getattr(log, kind)) for kind in KINDS if getattr(log, kind)}


def note(of: Collection, id: str) -> Any:
    """Return the note of the question `id`."""
    (found,) = of.find_notes(f'"Id:{id}"')
    return of.get_note(found)
