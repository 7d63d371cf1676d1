"""notes.json: what other programs get."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from exam_notes.exports.notes_json import notes_json
from jsonschema import Draft202012Validator

from tests.support.notes import DOCS, ROOT, own_docs, own_site, site_of

NOTES: dict[str, Any] = json.loads(notes_json(own_site()))


def test_all_questions_and_options_are_in_it() -> None:
    options = [option for question in NOTES["questions"] for option in question["options"]]
    written = "".join(text for path, text in own_docs().items() if path.startswith("services/"))
    correct = written.count("\n> [!success]- ")
    assert len(NOTES["questions"]) == written.count("\n## ") >= 80
    assert len(options) == correct + written.count("\n> [!failure]- ")
    assert sum(option["verdict"] == "correct" for option in options) == correct
    assert sum(question["choose"] for question in NOTES["questions"]) == correct


def test_the_published_file_is_valid(site: Path) -> None:
    schema = json.loads((ROOT / "hooks/exam_notes/exports/notes.schema.json").read_text("utf-8"))
    published = json.loads((site / "notes.json").read_text("utf-8"))
    assert [*Draft202012Validator(schema).iter_errors(published)] == []


def html_in(value: Any) -> Iterator[str]:
    """Yield every fragment of HTML below `value`."""
    if isinstance(value, dict):
        if "html" in value:
            yield value["html"]
        for inner in value.values():
            yield from html_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from html_in(inner)


def own_addresses(notes: Any) -> set[str]:
    """Return the pages and files that fragments link to or show, https addresses left out."""
    addresses = [a for f in html_in(notes) for a in re.findall(r'(?:href|src)="([^"]*)"', f)]
    return {a.partition("#")[0] for a in addresses if not a.startswith("https://")}


def test_every_address_in_a_fragment_is_https_or_a_file_below_the_root(site: Path) -> None:
    published = json.loads((site / "notes.json").read_text("utf-8"))
    files = {path.relative_to(site).as_posix() for path in site.rglob("*.*")}
    own = own_addresses(published)
    assert len(own) > 1
    assert {a + "index.html" * a.endswith("/") for a in own} - files == set()
    assert (
        own_addresses(NOTES) - {p.relative_to(DOCS).as_posix() for p in DOCS.rglob("*.*")} == set()
    )


def test_ids_lead_to_something() -> None:
    """Questions, terms and services that are named somewhere are there."""
    questions = {q["id"]: q for q in NOTES["questions"]}
    terms = {term["id"]: term for term in NOTES["terms"]}
    anchors = {id: {id, *(o["anchor"] for o in q["options"])} for id, q in questions.items()}
    assert [s["slug"] for s in NOTES["services"] if s["term"] not in terms] == []
    assert [id for s in NOTES["services"] for id in s["questions"]] == [*questions]
    assert {q["service"] for q in questions.values()} == {s["slug"] for s in NOTES["services"]}
    for term in terms.values():
        assert [p for p in term["places"] if p["anchor"] not in anchors[p["question"]]] == []
        assert {p["question"] for p in term["places"]} == {
            id for id, q in questions.items() if term["id"] in q["terms"]
        }
    assert [
        id for q in questions.values() for id in q["referenced_by"] if id not in questions
    ] == []


def test_the_order_of_reading_does_not_matter() -> None:
    docs = own_docs()
    backwards = {path: docs[path] for path in sorted(docs, reverse=True)}
    assert notes_json(site_of(backwards)) == notes_json(site_of(docs))
