"""notes.schema.json: it takes what the build writes, and nothing that is damaged."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from exam_notes.exports.notes_json import notes_json
from jsonschema import Draft202012Validator

from tests.support.notes import ROOT, own_site

SCHEMA: dict[str, Any] = json.loads(
    (ROOT / "hooks/exam_notes/exports/notes.schema.json").read_text("utf-8")
)
VALIDATOR = Draft202012Validator(SCHEMA)
NOTES: dict[str, Any] = json.loads(notes_json(own_site()))

Steps = tuple[str | int, ...]


def faults(notes: Any) -> list[str]:
    return [f"{error.json_path} {error.validator}" for error in VALIDATOR.iter_errors(notes)]


def at(notes: Any, path: Steps) -> Any:
    for step in path:
        notes = notes[step]
    return notes


def first_with(collection: str, key: str) -> int:
    """Return the index of the first question or term that has something in its list `key`."""
    return next(index for index, item in enumerate(NOTES[collection]) if item[key])


def first_changed() -> tuple[int, int]:
    """Return the indices of the first question and option that have a change note."""
    return next(
        (i, j)
        for i, question in enumerate(NOTES["questions"])
        for j, option in enumerate(question["options"])
        if option["changes"]
    )


# Each fault is looked for in one question and one term: all would take longer with every note.
_CHANGED, _PLACE = first_changed(), first_with("terms", "places")
FEW = NOTES | {
    "questions": [NOTES["questions"][_CHANGED[0]]],
    "terms": [NOTES["terms"][_PLACE]],
}
QUESTION: Steps = ("questions", 0)
OPTION: Steps = (*QUESTION, "options", _CHANGED[1])
CHANGE = (*OPTION, "changes", 0)
TERM: Steps = ("terms", 0)
PLACE = (*TERM, "places", 0)
OBJECTS: list[Steps] = [
    (),
    ("exam",),
    ("exam", "domains", 0),
    ("exam", "domains", 0, "tasks", 0),
    ("services", 0),
    QUESTION,
    (*QUESTION, "stem"),
    (*QUESTION, "sources", 0),
    OPTION,
    CHANGE,
    TERM,
    PLACE,
]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_notes_of_this_site_are_valid() -> None:
    assert faults(NOTES) == []


@pytest.mark.parametrize("path", OBJECTS)
def test_nothing_is_missing_and_nothing_is_added(path: Steps) -> None:
    place = "".join(["$", *(f"[{s}]" if isinstance(s, int) else f".{s}" for s in path)])
    for key in at(FEW, path):
        damaged = deepcopy(FEW)
        del at(damaged, path)[key]
        assert faults(damaged) == [f"{place} required"], key
    damaged = deepcopy(FEW)
    at(damaged, path)["extra"] = ""
    assert faults(damaged) == [f"{place} additionalProperties"]


DAMAGE: list[tuple[Steps, Any]] = [
    (("format",), 2),
    (("exam", "code"), "DVA-3"),
    (("exam", "domains", 0, "weight"), "30"),
    (("exam", "domains", 0, "tasks", 0, "number"), "1"),
    (("services", 0, "name"), " "),
    (("services", 0, "term"), ""),
    (("services", 0, "url"), "/services/s3/"),
    (("services", 0, "url"), "https://example.org/"),
    ((*QUESTION, "id"), "S3"),
    ((*QUESTION, "id"), "s3--keys"),
    ((*QUESTION, "url"), "services/s3/"),
    ((*QUESTION, "title", "text"), None),
    ((*QUESTION, "choose"), 0),
    ((*QUESTION, "options"), []),
    ((*QUESTION, "sources"), []),
    ((*QUESTION, "sources", 0, "url"), "http://example.org/"),
    ((*QUESTION, "checked"), ""),
    ((*QUESTION, "checked"), "2026-13-01"),
    ((*QUESTION, "task"), "1.3"),
    ((*QUESTION, "terms"), ["s3", "s3"]),
    ((*OPTION, "verdict"), "right"),
    ((*OPTION, "verdict"), "success"),
    ((*OPTION, "anchor"), "s3-keys"),
    ((*CHANGE, "anchor"), ""),
    ((*CHANGE, "label"), "Changed lately"),
    ((*CHANGE, "date"), "2020-12-32"),
    ((*CHANGE, "date"), None),
    ((*PLACE, "role"), "answers"),
    ((*PLACE, "anchor"), "s3--"),
]


@pytest.mark.parametrize(("path", "value"), DAMAGE)
def test_a_damaged_value_is_found(path: Steps, value: Any) -> None:
    damaged = deepcopy(FEW)
    at(damaged, path[:-1])[path[-1]] = value
    (fault,) = VALIDATOR.iter_errors(damaged)
    assert tuple(fault.absolute_path) == path


def objects_in(schema: Any, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every schema of an object with where it stands."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield name, schema
        for key, inner in schema.items():
            yield from objects_in(inner, f"{name}/{key}")


def test_every_object_is_closed_and_complete_and_every_property_described() -> None:
    objects = dict(objects_in(SCHEMA, "#"))
    assert [name for name in objects if objects[name]["additionalProperties"] is not False] == []
    assert [n for n, o in objects.items() if sorted(o["required"]) != sorted(o["properties"])] == []
    undescribed = [
        f"{name}/{key}"
        for name, schema in objects.items()
        for key, inner in schema["properties"].items()
        if not inner.get("description")
    ]
    assert undescribed == []
