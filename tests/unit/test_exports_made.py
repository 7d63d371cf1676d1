"""What a build makes of the exports, and what it says where a package is missing."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest
from exam_notes.exports import EXPORTS
from exam_notes.exports.export import Export
from exam_notes.exports.made import make
from exam_notes.publishing.downloads import downloads_of
from hypothesis import given, settings

from tests.support.damage import DAMAGED_PAGES
from tests.support.decks import surroundings
from tests.support.notes import site_of
from tests.support.questions import question

NOTES = site_of({"services/s3.md": f"# S3\n\n{question()}"})
TAKEN = [export for export in EXPORTS if export.title]


def test_every_export_is_made(tmp_path: Path) -> None:
    made = make(NOTES, surroundings(tmp_path), EXPORTS)
    assert {offer.url.rpartition(".")[2] for offer in made.offers} == {"apkg", "csv", "epub", "txt"}
    assert {offer.url: offer.size for offer in made.offers} == {
        path: len(content) for path, content in made.files.items() if path.startswith("downloads/")
    }
    assert {offer.url for offer in made.offers} < made.unkept


@pytest.mark.parametrize("package", ["genanki", "ebooklib"])
def test_without_its_package_an_export_is_left_out_and_named(
    package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = importlib.util.find_spec
    missing: Any = lambda name: None if name == package else real(name)  # noqa: E731
    monkeypatch.setattr("exam_notes.exports.made.find_spec", missing)
    (export,) = [export for export in EXPORTS if export.needs == package]
    made = make(NOTES, surroundings(tmp_path), EXPORTS)
    sentence = f"{export.title} is left out: the package {package} is not installed"
    assert [said for said in made.said if "left out" in said] == [sentence]
    assert export.title not in {offer.title for offer in made.offers}
    assert len(made.offers) == len(TAKEN) - 1


def test_nothing_to_take_along_is_made_while_authors_are_served(tmp_path: Path) -> None:
    made = make(NOTES, surroundings(tmp_path, serving=True), EXPORTS)
    assert (made.offers, made.said) == ((), ())
    assert "notes.json" in made.files


def test_equal_notes_make_equal_files(tmp_path: Path) -> None:
    first, second = (make(NOTES, surroundings(tmp_path), EXPORTS) for _ in range(2))
    assert first == second


def test_a_file_is_offered_with_its_size_and_day(tmp_path: Path) -> None:
    export = Export(lambda _n, _s: [("downloads/a.txt", b"x" * 1500)], kept=False, title="A")
    here = surroundings(tmp_path)
    (download,) = downloads_of(make(NOTES, here, [export]), here)
    assert (download.title, download.shown_size, download.day) == ("A", "2 kB", "2026-11-26")


@pytest.mark.parametrize("size", [(1, "1 kB"), (999_499, "999 kB"), (1_250_000, "1.2 MB")])
def test_a_size_is_shown_as_readers_know_it(size: tuple[int, str], tmp_path: Path) -> None:
    content = b"x" * size[0]
    export = Export(lambda _n, _s: [("downloads/a", content)], kept=False, title="A")
    here = surroundings(tmp_path)
    (download,) = downloads_of(make(NOTES, here, [export]), here)
    assert download.shown_size == size[1]


@settings(max_examples=40, deadline=None, derandomize=True)
@given(DAMAGED_PAGES)
def test_no_damaged_page_ends_the_making(page: str) -> None:
    notes = site_of({"services/s3.md": page})
    assert make(notes, surroundings(Path("none")), EXPORTS).offers
