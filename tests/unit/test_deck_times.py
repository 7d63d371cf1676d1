"""The times of the deck: no sooner and no later than a content changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from exam_notes.commands.cli import main
from exam_notes.exports.deck.behind import behind, brought_up, said
from exam_notes.exports.deck.model import NOTE_TYPE
from exam_notes.exports.deck.times import (
    PATH,
    Entry,
    as_text,
    fingerprint,
    read_times,
    time_of,
)
from exam_notes.index.notes import Notes

from tests.support.builds import copy_project, edit
from tests.support.decks import surroundings
from tests.support.notes import site_of
from tests.support.questions import SOURCES, question

BEFORE = datetime(2026, 11, 1, 12, 30, 15, tzinfo=UTC)
NOW = datetime(2026, 11, 26, tzinfo=UTC)
PAGE = f"# S3\n\n{question()}{SOURCES.format('A')}"


def notes(page: str = PAGE) -> Notes:
    return site_of({"services/s3.md": page})


def print_of(page: str) -> str:
    return fingerprint(notes(page).questions["s3-a"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Title", "Another title"),
        ("Stem?", "Another stem?"),
        ("Stem?", "*Stem?*"),
        ("]- No", "]- Never"),
        ("Because.", "Because of that."),
        ("[!failure]", "[!success]"),
        ("2026-11-01", "2026-11-02"),
        ("DVA-C03 1.3", "DVA-C03 1.2"),
        ("https://h/", "https://i/"),
        ("[A]", "[B]"),
    ],
)
def test_a_change_of_content_changes_the_fingerprint(old: str, new: str) -> None:
    assert old in PAGE
    assert print_of(PAGE.replace(old, new, 1)) != print_of(PAGE)


def test_what_is_the_same_content_has_the_same_fingerprint() -> None:
    assert print_of(PAGE.replace("# S3", "# Amazon S3\n\nAn introduction.")) == print_of(PAGE)
    assert print_of(PAGE + question("s3-b", "B")) == print_of(PAGE)


def test_a_time_stays_until_the_content_changes() -> None:
    times = {"s3-a": Entry("1f", BEFORE)}
    assert time_of(times, "s3-a", "1f", NOW) == BEFORE
    assert time_of(times, "s3-a", "2f", NOW) == NOW
    assert time_of(times, "s3-b", "1f", NOW) == NOW


def test_a_later_content_is_newer_whatever_the_clock_says() -> None:
    times = {"s3-a": Entry("1f", BEFORE)}
    assert time_of(times, "s3-a", "2f", BEFORE) == BEFORE + timedelta(seconds=1)
    assert time_of(times, "s3-a", "2f", datetime(2020, 1, 1, tzinfo=UTC)) > BEFORE


def test_times_are_read_as_they_were_written(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    times = {"s3-b": Entry("1f", NOW), "s3-a": Entry("2f", BEFORE)}
    (tmp_path / PATH).write_text(as_text(times) + "<<<<<<< HEAD\n", "utf-8")
    assert read_times(tmp_path) == times
    assert [*read_times(tmp_path)] == ["s3-a", "s3-b"]


def test_what_went_away_stays_listed(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / PATH).write_text(as_text({"s3-old": Entry("1f", BEFORE)}), "utf-8")
    assert brought_up(notes(), tmp_path, NOW).keys() == {"s3-old", "s3-a", NOTE_TYPE}


def test_the_build_says_when_the_file_is_behind(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (sentence,) = said(notes(), surroundings(tmp_path))
    assert sentence == (
        "docs/deck-times.tsv is behind for 2 of the deck's notes: `make times` brings it up"
    )
    (tmp_path / PATH).write_text(as_text(brought_up(notes(), tmp_path, NOW)), "utf-8")
    assert [*said(notes(), surroundings(tmp_path))] == []


def test_the_command_lists_what_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copy_project(tmp_path).parent
    arguments = ["--root", str(root), "times"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "4102444800")  # after all that is listed: 2100
    assert main(arguments) == 0
    capsys.readouterr()
    assert main(arguments) == 0
    assert capsys.readouterr().out == "docs/deck-times.tsv: 0 new or changed\n"
    before = read_times(root)
    edit(root / "docs/services/s3.md", "A clinic keeps", "A hospital keeps")
    assert main(arguments) == 0
    assert capsys.readouterr().out == "docs/deck-times.tsv: 1 new or changed\n"
    after = read_times(root)
    assert {id for id in after if after[id] != before[id]} == {"s3-kms-keys"}
    assert after["s3-kms-keys"].time >= datetime(2100, 1, 1, tzinfo=UTC)


def test_the_projects_own_file_can_be_read_whole() -> None:
    root = Path(__file__).parents[2]
    lines = (root / PATH).read_text("utf-8").splitlines()
    assert len(read_times(root)) == len(lines)
    assert lines == sorted(lines)
    assert NOTE_TYPE in read_times(root)


def test_nothing_is_behind_where_all_is_listed(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / PATH).write_text(as_text(brought_up(notes(), tmp_path, NOW)), "utf-8")
    assert behind(notes(), tmp_path) == []
    assert behind(notes(PAGE.replace("Stem?", "Stem!")), tmp_path) == ["s3-a"]
