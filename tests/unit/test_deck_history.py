"""Imported by Anki itself: what a reader has done stays, what we changed comes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from anki.collection import Collection
from anki.decks import DeckId
from exam_notes.exports.deck.model import NAME

from tests.support.decks import collection, deck, imported, imported_text, note, text
from tests.support.questions import question

FIRST = datetime(2026, 11, 1, tzinfo=UTC)
# After whatever a reader does in a test, which happens at the clock's time.
LATER = datetime.now(UTC).replace(microsecond=0) + timedelta(days=1)
LATEST = LATER + timedelta(seconds=1)
A, B, C = (question(f"s3-{id}", f"Question {id}") for id in "abc")
X, D = question("rds-x", "Question x"), question("s3-d", "Question d")
OLD = {"services/s3.md": f"# Amazon S3\n\n{A}{B}{C}", "services/rds.md": f"# Amazon RDS\n\n{X}"}
# One changed, one added, one removed, one moved to another page.
NEW = {
    "services/s3.md": f"# Amazon S3\n\n{A.replace('Because.', 'Since then.')}{B}{D}{X}",
    "services/rds.md": "# Amazon RDS\n",
}
RETIRED = "s3-c -> s3-d\n"


@pytest.fixture
def col(tmp_path: Path) -> Iterator[Collection]:
    opened = collection(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def studied(col: Collection, tmp_path: Path) -> Collection:
    """A collection in which a reader has the old deck, has studied it all, and tagged it."""
    assert imported(col, deck(tmp_path, OLD, FIRST)) == {"new": 4}
    (name,) = (deck for deck in col.decks.all_names_and_ids() if deck.name == NAME)
    col.decks.select(DeckId(name.id))
    for _ in range(4):
        card = col.sched.getCard()
        assert card is not None
        col.sched.answerCard(card, 4)
    col.sched.suspend_cards(col.find_cards("Id:s3-b OR Id:s3-a"))
    tagged = note(col, "s3-b")
    tagged.tags.append("mine")
    col.update_note(tagged)
    return col


def reviews(col: Collection) -> dict[str, int]:
    """Return how often each question was answered."""
    assert col.db is not None
    rows = col.db.all(
        "SELECT n.flds, count(r.id) FROM notes n JOIN cards c ON c.nid = n.id"
        " LEFT JOIN revlog r ON r.cid = c.id GROUP BY n.id"
    )
    return {fields.split("\x1f")[0]: count for fields, count in rows}


def renew(col: Collection, tmp_path: Path, moment: datetime = LATER) -> dict[str, int]:
    (tmp_path / "docs/published-ids.txt").write_text(RETIRED, "utf-8")
    return imported(col, deck(tmp_path, NEW, moment))


def test_each_service_has_a_subdeck(col: Collection, tmp_path: Path) -> None:
    imported(col, deck(tmp_path, OLD, FIRST))
    names = {deck.name for deck in col.decks.all_names_and_ids()}
    assert {f"{NAME}::Amazon S3", f"{NAME}::Amazon RDS"} < names
    assert len(col.find_cards(f'"deck:{NAME}::Amazon S3"')) == 3


def test_the_same_deck_again_changes_nothing(studied: Collection, tmp_path: Path) -> None:
    before = {id: studied.get_note(id).mod for id in studied.find_notes("")}
    assert imported(studied, deck(tmp_path, OLD, LATER)) == {"duplicate": 4}
    assert {id: studied.get_note(id).mod for id in studied.find_notes("")} == before


def test_reviews_are_kept_and_nothing_is_doubled(studied: Collection, tmp_path: Path) -> None:
    assert renew(studied, tmp_path) == {"new": 1, "updated": 3, "duplicate": 1}
    assert reviews(studied) == {"s3-a": 1, "s3-b": 1, "s3-c": 1, "rds-x": 1, "s3-d": 0}
    assert studied.note_count() == studied.card_count() == 5


def test_what_changed_comes_and_the_rest_is_untouched(studied: Collection, tmp_path: Path) -> None:
    before = note(studied, "s3-b").mod
    renew(studied, tmp_path)
    assert "Since then." in note(studied, "s3-a")["Answers"]
    assert note(studied, "s3-b").mod == before
    assert note(studied, "rds-x")["Service"] == "Amazon S3"


def test_suspended_cards_and_a_readers_tags_are_kept(studied: Collection, tmp_path: Path) -> None:
    renew(studied, tmp_path)
    assert len(studied.find_cards("is:suspended (Id:s3-a OR Id:s3-b)")) == 2
    assert "mine" in note(studied, "s3-b").tags


def test_a_retired_question_stays_and_says_so(studied: Collection, tmp_path: Path) -> None:
    renew(studied, tmp_path)
    retired = note(studied, "s3-c")
    assert retired.tags == ["aws-exam-notes::retired"]
    assert "s3-d" in retired["Stem"]
    assert len(retired.cards()) == 1


def test_a_new_reader_gets_no_card_of_a_retired_question(col: Collection, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    renew(col, tmp_path)
    assert [*col.find_cards("Id:s3-c")] == []
    assert col.card_count() == 4


def test_a_second_change_on_the_same_day_comes_too(studied: Collection, tmp_path: Path) -> None:
    renew(studied, tmp_path)
    again = {**NEW, "services/s3.md": NEW["services/s3.md"].replace("Since then.", "At last.")}
    assert imported(studied, deck(tmp_path, again, LATER))["updated"] == 1
    assert "At last." in note(studied, "s3-a")["Answers"]


def test_the_package_replaces_tags_of_what_changed_and_the_text_keeps_them(
    studied: Collection, tmp_path: Path
) -> None:
    """Anki's doing, which "Take them with you" tells of: should it change, so must that page."""
    tagged = note(studied, "s3-a")
    tagged.tags.append("mine")
    studied.update_note(tagged)
    assert imported_text(studied, text(tmp_path, NEW)) == {"new": 1, "updated": 2, "duplicate": 1}
    assert "mine" in note(studied, "s3-a").tags
    assert "Since then." in note(studied, "s3-a")["Answers"]
    assert reviews(studied)["s3-a"] == 1
    assert len(studied.find_cards("is:suspended Id:s3-a")) == 1
    changed = {"services/s3.md": NEW["services/s3.md"].replace("Since then.", "At last.")}
    imported(studied, deck(tmp_path, changed, LATEST))
    assert "At last." in note(studied, "s3-a")["Answers"]
    assert "mine" not in note(studied, "s3-a").tags


def test_a_readers_later_edit_is_not_overwritten(studied: Collection, tmp_path: Path) -> None:
    renew(studied, tmp_path, datetime(2026, 11, 2, tzinfo=UTC))
    assert "Because." in note(studied, "s3-b")["Answers"]
    assert "mine" in note(studied, "s3-b").tags
