"""The deck as it is published, imported by Anki into an empty collection."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from anki.collection import Collection

from tests.support.decks import collection, imported
from tests.support.notes import own_site

NOTES = own_site()


@pytest.fixture(scope="module")
def col(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    opened = collection(tmp_path_factory.mktemp("anki"))
    imported(opened, site / "downloads/aws-exam-notes.apkg")
    yield opened
    opened.close()


def test_every_question_is_a_note_with_one_card(col: Collection) -> None:
    ids = [col.get_note(id)["Id"] for id in col.find_notes("card:1")]
    assert sorted(ids) == sorted(NOTES.questions)
    assert col.card_count() == len(NOTES.questions)


def test_options_verdicts_change_notes_and_sources_are_all_there(col: Collection) -> None:
    notes = [col.get_note(id) for id in col.find_notes("card:1")]
    questions = NOTES.questions.values()
    answers = "".join(note["Answers"] + note["Changes"] for note in notes)
    options = [option for question in questions for option in question.options]
    assert answers.count('<li class="correct">') == sum(len(q.answers) for q in questions)
    assert answers.count("<details open>") == len(options)
    assert answers.count('class="reason"><p>') == len(options)
    changes = sum(len(question.all_changes) for question in questions)
    assert answers.count('class="admonition-title"') == changes
    sources = "".join(note["Sources"] for note in notes)
    assert sources.count("<a href=") == sum(len(question.sources) for question in questions)


def test_anki_finds_nothing_to_mend(col: Collection) -> None:
    assert col.fix_integrity()[1]


def test_the_package_is_packed_and_holds_what_anki_expects(site: Path) -> None:
    with ZipFile(site / "downloads/aws-exam-notes.apkg") as archive:
        assert archive.namelist()[:2] == ["collection.anki2", "media"]
        entry = archive.getinfo("collection.anki2")
    assert entry.compress_size * 2 < entry.file_size
    assert entry.date_time == (1980, 1, 1, 0, 0, 0)
