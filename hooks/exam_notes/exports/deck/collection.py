"""Writes the deck as the file that Anki imports: a collection and pictures in a zip."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from exam_notes.exports.deck import model
from exam_notes.exports.deck.notes import Note, note_of, retired_note
from exam_notes.exports.deck.prints import prints_of
from exam_notes.exports.deck.retired import retired
from exam_notes.exports.deck.times import at_midnight, read_times, time_of
from exam_notes.exports.export import File
from exam_notes.exports.shown import pictures_shown
from exam_notes.exports.zipped import zipped
from exam_notes.index.notes import Notes
from exam_notes.portable import picture_bytes, picture_name
from exam_notes.surroundings import Surroundings

PATH = "downloads/aws-exam-notes.apkg"
CREATED = 1_700_000_000  # of cards, decks and ids: it says nothing, and is always the same


@dataclass(frozen=True, slots=True)
class Contents:
    """What a package holds: notes with the time of each by its id, that of their type, pictures.

    `retired` are the ids of notes without a card: who has one keeps it, nobody else gets one.
    """

    notes: tuple[Note, ...]
    retired: tuple[Note, ...]
    times: dict[str, datetime]
    decks: dict[str, str]
    pictures: tuple[File, ...]


def package(notes: Notes, surroundings: Surroundings) -> bytes:
    """Return the deck of all questions: the same bytes for the same notes."""
    contents = contents_of(notes, surroundings)
    collection = _collection(contents)
    names = {str(at): name for at, (name, _) in enumerate(contents.pictures)}
    media = [(str(at), content) for at, (_, content) in enumerate(contents.pictures)]
    return zipped([("collection.anki2", collection), ("media", json.dumps(names).encode()), *media])


def contents_of(notes: Notes, surroundings: Surroundings) -> Contents:
    """Return what the package of these notes holds."""
    prints = prints_of(notes, surroundings.root)
    listed, now = read_times(surroundings.root), at_midnight(surroundings.day)
    return Contents(
        tuple(note_of(notes, q, surroundings.site_url) for q in notes.questions.values()),
        tuple(retired_note(*entry) for entry in retired(notes, surroundings.root).items()),
        {id: time_of(listed, id, print, now) for id, print in prints.items()},
        {service.slug: service.name for service in notes.services},
        tuple(_pictures(notes, surroundings)),
    )


def _pictures(notes: Notes, surroundings: Surroundings) -> Iterator[File]:
    for url in pictures_shown(notes):
        if content := picture_bytes(surroundings.root, url):
            yield picture_name(url), content


def _collection(contents: Contents) -> bytes:
    """Return the database that is the collection of the deck."""
    with sqlite3.connect(":memory:") as connection:
        _write(connection, contents)
        _set_times(connection, contents)
    connection.execute("VACUUM")
    database = connection.serialize()
    connection.close()
    return database


def _write(connection: sqlite3.Connection, contents: Contents) -> None:
    # Where it is missing, the rest of the build goes on.
    from genanki import Model, Package

    note_type = Model(**model.arguments())
    decks = _decks(contents, note_type)
    every = [note.guid for deck in decks for note in deck.notes]
    ids = {model.guid(n.id): n.id for n in (*contents.notes, *contents.retired)}
    has_card = {model.guid(note.id) for note in contents.notes}
    numbers = _numbers([(ids[guid], guid in has_card) for guid in every])
    Package(decks).write_to_db(connection.cursor(), CREATED, numbers)


def _numbers(ids: Iterable[tuple[str, bool]]) -> Iterator[int]:
    """Yield the numbers of each note and of its card, where it has one, in their order."""
    for id, has_card in ids:
        yield model.note_id(id)
        if has_card:
            yield model.card_id(id)


def _decks(contents: Contents, note_type: Any) -> list[Any]:
    """Return a subdeck for each service that has questions. The retired lie in the first."""
    from genanki import Deck

    by_deck: defaultdict[str, list[Note]] = defaultdict(list)
    for note in contents.notes:
        by_deck[note.deck].append(note)
    decks = []
    for place, (slug, found) in enumerate(by_deck.items()):
        deck = Deck(model.deck_id(slug), model.deck_name(contents.decks[slug]))
        for note in (*found, *(contents.retired if not place else ())):
            deck.add_note(_anki_note(note, note_type, cards=note in found))
        decks.append(deck)
    return decks


def _anki_note(note: Note, note_type: Any, *, cards: bool) -> Any:
    from genanki import Note as AnkiNote

    made = AnkiNote(note_type, list(note.fields), tags=note.tags, guid=model.guid(note.id))
    if not cards:
        made.cards = []
    return made


def _set_times(connection: sqlite3.Connection, contents: Contents) -> None:
    """Give each note, and the note type, the time of its own last change."""
    for note in (*contents.notes, *contents.retired):
        values = int(contents.times[note.id].timestamp()), model.guid(note.id)
        connection.execute("UPDATE notes SET mod = ? WHERE guid = ?", values)
    (text,) = connection.execute("SELECT models FROM col").fetchone()
    models = {key: value for key, value in json.loads(text).items() if key == str(model.MODEL_ID)}
    for note_type in models.values():
        note_type["mod"] = int(contents.times[model.NOTE_TYPE].timestamp())
    connection.execute("UPDATE col SET models = ?", (json.dumps(models),))
