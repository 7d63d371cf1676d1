"""The HTML in the data of the practice: a script lays it onto a page, after the same gate."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from exam_notes.exports.practice import FOLDER, INDEX
from exam_notes.publishing.gate import Gate


def harm_in_data(site: Path) -> list[str]:
    """Return what has no business in the data below `site`: file, question, why, and the text."""
    gate = Gate()
    files = sorted(file for file in site.glob(f"{FOLDER}/*.js") if file != site / INDEX)
    return [
        f"{FOLDER}/{file.name}: {id}: {why}"
        for file in files
        for id, question in _questions(file.read_text("utf-8")).items()
        for html in fragments_of(question)
        for why in gate.refused(html)
    ]


def _questions(script: str) -> Mapping[str, Any]:
    """Return the questions by their ids; the script puts them, as JSON, where pages find them."""
    data: dict[str, Any] = json.loads(script.partition(" = ")[2].rstrip(";\n"))
    return data


def fragments_of(question: Mapping[str, Any]) -> Iterator[str]:
    """Yield each text of a question that the practice takes for HTML (see exports/practice.py)."""
    yield from (question["title"], question["stem"])
    for _anchor, _right, title, reason in question["options"]:
        yield from (title, reason)
    yield from (body for _label, body in question["changes"])
