"""What the summary of a pull request says about two notes.json files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from exam_notes.exports.notes_json import notes_json

from tests.ci.summary import NO_DIFFERENCE, NOTHING_BEFORE, differences, main, summary
from tests.support.notes import own_docs, site_of

Json = dict[str, Any]


def change(anchor: str = "s3-a--no--changed", label: str = "Changed", body: str = "Old.") -> Json:
    return {"anchor": anchor, "label": label, "date": "", "body": {"html": body, "text": body}}


def question(id: str = "s3-a", **parts: Any) -> Json:
    asked = {"id": id, "url": f"services/s3/#{id}", "title": {"html": "Title", "text": "Title"}}
    option = {"anchor": f"{id}--no", "verdict": "incorrect", "changes": parts.pop("notes", [])}
    rest = {"checked": "2026-11-01", "changes": [], "options": [option], "terms": []}
    return asked | rest | parts


def term(**parts: Any) -> Json:
    return {"id": "kms-key", "name": "KMS key", "aliases": [], "places": []} | parts


def place(anchor: str, role: str = "mentioned") -> Json:
    return {"question": anchor.partition("--")[0], "anchor": anchor, "role": role}


def notes(*questions: Json, terms: list[Json] | None = None) -> Json:
    return {"questions": [*questions], "terms": terms or []}


ONE = notes(question())
CASES = [
    pytest.param(ONE, ONE, [], id="nothing"),
    pytest.param(notes(), ONE, ["Questions added s3-a: Title"], id="question-added"),
    pytest.param(ONE, notes(), ["Questions removed s3-a: Title"], id="question-removed"),
    pytest.param(
        ONE,
        notes(question(checked="2026-11-23", stem={"html": "New", "text": "New"})),
        ["Questions changed s3-a: checked, stem"],
        id="question-changed",
    ),
    pytest.param(
        ONE,
        notes(question(terms=["kms-key"], referenced_by=["s3-b"], url="s3/", choose=2)),
        [],
        id="what-the-build-derives-is-no-change",
    ),
    pytest.param(
        notes(question("s3-z"), question("s3-a")),
        notes(question("s3-b"), question("s3-a")),
        ["Questions added s3-b: Title", "Questions removed s3-z: Title"],
        id="by-id-whatever-the-order",
    ),
    pytest.param(
        notes(terms=[]), notes(terms=[term()]), ["Terms added kms-key: KMS key"], id="term-added"
    ),
    pytest.param(
        notes(terms=[term(aliases=["CMK"], places=[place("s3-a"), place("s3-b", "answer")])]),
        notes(terms=[term(places=[place("s3-a"), place("s3-b", "distractor")])]),
        ["Terms changed kms-key: aliases, + s3-b (distractor), - s3-b (answer)"],
        id="places-of-a-term",
    ),
    pytest.param(
        notes(question(changes=[change()])),
        notes(question(changes=[change(label="Changed 2021")])),
        ["Questions changed s3-a: changes", "Change notes changed s3-a--no--changed: label"],
        id="change-note-of-a-question",
    ),
    pytest.param(
        notes(question(notes=[change()])),
        notes(question()),
        ["Questions changed s3-a: options", "Change notes removed s3-a--no--changed: Changed"],
        id="change-note-of-an-option",
    ),
]


@pytest.mark.parametrize(("before", "after", "expected"), CASES)
def test_each_difference_is_named_once(before: Json, after: Json, expected: list[str]) -> None:
    said = [f"{d.kind} {d.verb} {d.id}: {d.details}" for d in differences(before, after)]
    assert said == expected


def test_summary_counts_and_lists() -> None:
    after = notes(question(), question("s3-b", notes=[change("s3-b--no--changed")]))
    assert summary([*differences(ONE, after)]) == (
        "|  | added | changed | removed |\n"
        "| --- | --- | --- | --- |\n"
        "| Questions | 1 | 0 | 0 |\n"
        "| Terms | 0 | 0 | 0 |\n"
        "| Change notes | 1 | 0 | 0 |\n"
        "\n"
        "| What |  | Id | Title, or what differs |\n"
        "| --- | --- | --- | --- |\n"
        "| Questions | added | `s3-b` | Title |\n"
        "| Change notes | added | `s3-b--no--changed` | Changed |\n"
    )


def test_summary_shows_a_title_as_it_is_written() -> None:
    title = "A | <img src=x> [a](b)\n`*`"
    found = [*differences(notes(), notes(question(title={"text": title})))]
    shown = "A &#124; &#60;img src=x&#62; &#91;a&#93;(b) &#96;&#42;&#96;"
    assert summary(found).splitlines()[-1] == f"| Questions | added | `s3-a` | {shown} |"


def run(folder: Path, before: Json | None, after: Json) -> None:
    for name, content in (("before", before), ("after", after)):
        if content is not None:
            (folder / name).write_text(json.dumps(content), "utf-8")
    assert main([str(folder / "before"), str(folder / "after")]) == 0


@pytest.mark.parametrize(
    ("before", "printed"), [(ONE, NO_DIFFERENCE), (None, NOTHING_BEFORE)], ids=["same", "no-base"]
)
def test_command_says_so_where_there_is_nothing_to_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], before: Json | None, printed: str
) -> None:
    run(tmp_path, before, ONE)
    assert capsys.readouterr().out == printed


def test_a_question_taken_out_of_this_site_is_seen_with_its_terms_and_change_notes() -> None:
    docs = own_docs()
    before = json.loads(notes_json(site_of(docs)))
    parts = docs["services/s3.md"].split("\n## ")
    left = [part for part in parts if not part.startswith("Encryption with keys you control")]
    assert len(left) == len(parts) - 1
    after = json.loads(notes_json(site_of({**docs, "services/s3.md": "\n## ".join(left)})))
    found = [*differences(before, after)]
    gone = {change["anchor"] for change in _changes_of(before, "s3-kms-keys")}
    assert {d.id for d in found if d.verb == "removed"} == {"s3-kms-keys", *gone}
    assert "- s3-kms-keys (mentioned)" in [
        part for d in found if d.kind == "Terms" for part in d.details.split(", ")
    ]


def _changes_of(content: Json, id: str) -> list[Json]:
    asked = next(question for question in content["questions"] if question["id"] == id)
    return [note for part in (asked, *asked["options"]) for note in part["changes"]]
