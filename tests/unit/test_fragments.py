"""The data of the practice is judged as pages are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from exam_notes.exports.practice import practice_files
from exam_notes.publishing.fragments import fragments_of, harm_in_data
from exam_notes.publishing.pages import PublishError, refuse_harm

from tests.support.casebook import BASE
from tests.support.notes import own_site, site_of

# Where a question has HTML, and the place in its data.
PLACES = {
    "title": ("title",),
    "stem": ("stem",),
    "text of an option": ("options", 0, 2),
    "reason": ("options", 0, 3),
    "change note": ("changes", 0, 1),
}


def write(site: Path, *place: str | int, html: str = "<p>A</p>") -> None:
    """Write the data of a service with `html` at a place of its question."""
    question: Any = {
        "title": "A",
        "stem": "B",
        "options": [["s3-a--b", 1, "C", "D"]],
        "changes": [["Changed <b", "E"]],
    }
    *way, last = place
    part = question
    for step in way:
        part = part[step]
    part[last] = html
    (site / "practice").mkdir()
    script = f'(self.practiceNotes ||= {{}})["s3"] = {json.dumps({"s3-a": question})};\n'
    (site / "practice/s3.js").write_text(script, "utf-8")


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("<img src='x' onerror='harm()'>", "a handler 'onerror'"),
        ("<a href='javascript:harm()'>A</a>", "an address of the kind 'javascript:'"),
        ("<img src='https://b.invalid/a.png'>", "something from elsewhere"),
        ("A <b", "what browsers may read in several ways"),
    ],
)
def test_harm_is_refused_wherever_it_is(
    tmp_path: Path, place: tuple[str | int, ...], html: str, why: str
) -> None:
    write(tmp_path, *place, html=html)
    with pytest.raises(PublishError, match=f"\npractice/s3.js: s3-a: {why}"):
        refuse_harm(tmp_path)


def test_what_is_shown_as_text_may_hold_any_sign(tmp_path: Path) -> None:
    write(tmp_path, "title", html="A &lt; B")
    assert harm_in_data(tmp_path) == []


def test_what_the_export_writes_is_found_and_passes(tmp_path: Path) -> None:
    """The form of the file is known to both: neither may change it alone."""
    (tmp_path / "practice").mkdir()
    for path, content in practice_files(site_of(BASE), ()):
        (tmp_path / path).write_bytes(content)
    assert harm_in_data(tmp_path) == []
    script = (tmp_path / "practice/s3.js").read_text("utf-8")
    (tmp_path / "practice/s3.js").write_text(script.replace("<p>", "<p onclick='a'>"), "utf-8")
    assert len(harm_in_data(tmp_path)) >= 3


def test_every_text_of_our_own_questions_is_looked_at() -> None:
    files = dict(practice_files(own_site(), ()))
    for path, content in files.items():
        if path != "practice/index.js":
            data = json.loads(content.decode().partition(" = ")[2].rstrip(";\n"))
            texts = [html for question in data.values() for html in fragments_of(question)]
            assert sum("<" in html for html in texts) > len(data)
