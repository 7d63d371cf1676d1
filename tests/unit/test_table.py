"""The table of all questions, read as spreadsheets and programs read it."""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path

import pytest
from exam_notes.exports.table import disarmed, header, table
from exam_notes.model import Question

from tests.support.decks import surroundings
from tests.support.notes import own_site, site_of
from tests.support.questions import question
from tests.support.squashed import squashed

NOTES = own_site()
URL = "https://example.org/notes/"
BULLET = re.compile(r"^- ", re.MULTILINE)
ADDRESS = re.compile(r" <https?://[^>]*>")


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


TABLE = table(NOTES, surroundings(Path(), URL))
ROWS = {row["id"]: row for row in rows(TABLE)}


def seen(cell: str) -> str:
    """Return a cell without what was added to it: apostrophe, bullets, addresses, spaces."""
    return "".join(ADDRESS.sub("", BULLET.sub("", cell.removeprefix("'"))).split())


@pytest.mark.parametrize("question", NOTES.questions.values(), ids=lambda question: question.id)
def test_a_question_is_there_with_all_it_has(question: Question) -> None:
    row = ROWS[question.id]
    assert seen(row["title"]) == squashed(question.title.html)
    assert seen(row["stem"]) == squashed(question.stem.html)
    assert row["choose"] == str(len(question.answers))
    for letter, option in zip("abcdefgh", question.options):
        assert seen(row[f"option_{letter.upper()}"]) == squashed(option.title.html)
        assert row[f"verdict_{letter.upper()}"] == option.verdict.word
        assert seen(row[f"reason_{letter.upper()}"]) == squashed(option.reason.html)
        for change in option.changes:
            assert change.label in row[f"reason_{letter.upper()}"]
    assert [source.url in row["sources"] for source in question.sources].count(False) == 0
    assert len(row["sources"].splitlines()) == len(question.sources)
    assert row["link"] == URL + NOTES.url_of(question.id)


def test_nothing_is_there_twice_and_nothing_more() -> None:
    assert len(rows(TABLE)) == len(ROWS) == len(NOTES.questions)
    verdicts = [row[name] for row in ROWS.values() for name in row if name.startswith("verdict")]
    expected = [o.verdict.word for q in NOTES.questions.values() for o in q.options]
    assert sorted(filter(None, verdicts)) == sorted(expected)


def test_the_columns_stay_what_they_are() -> None:
    assert next(iter(ROWS.values())).keys() == set(header(8))
    assert TABLE.startswith(b"\xef\xbb\xbfid,title,service,stem,choose,option_A,verdict_A,")


def test_a_question_with_many_options_loses_none() -> None:
    many = "".join(f"> [!failure]- No {n}\n>\n> Reason {n}.\n\n" for n in range(10))
    notes = site_of({"services/s3.md": f"# S3\n\n{question()}{many}"})
    (row,) = rows(table(notes, surroundings(Path())))
    assert [row[f"option_{letter}"] for letter in "ABCDEFGHIJKL"][-1] == "No 9"
    assert row["link"] == ""


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_cell_is_no_formula(sign: str) -> None:
    assert disarmed(f"{sign}1+1") == f"'{sign}1+1"


def test_other_cells_stay_as_they_are() -> None:
    assert [disarmed(cell) for cell in ("", "1+1", "a=b", "'a")] == ["", "1+1", "a=b", "'a"]


def test_no_cell_of_a_hostile_note_is_a_formula() -> None:
    evil = question(title="=1+1", stem="@SUM(A1)", right="+1", wrong="=HYPERLINK(1)", reason="-2+3")
    (row,) = rows(table(site_of({"services/s3.md": f"# =cmd\n\n{evil}"}), surroundings(Path())))
    assert [cell for cell in row.values() if cell[:1] in ("=", "+", "-", "@")] == []
    assert (row["title"], row["option_A"], row["service"]) == ("'=1+1", "'=HYPERLINK(1)", "'=cmd")


def test_code_and_quotes_come_through() -> None:
    stem = 'A, "b";\n\n```sh\nif [ 1 ]; then\n  echo "x, y"\nfi\n```\n\n- one\n- two'
    (row,) = rows(
        table(site_of({"services/s3.md": f"# S3\n\n{question(stem=stem)}"}), surroundings(Path()))
    )
    assert row["stem"] == 'A, "b";\nif [ 1 ]; then\n  echo "x, y"\nfi\n- one\n- two'
