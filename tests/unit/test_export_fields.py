"""notes.json, field by field."""

from __future__ import annotations

import json
from typing import Any

from exam_notes.exports.notes_json import notes_json

from tests.support.notes import site_of
from tests.support.questions import question


def export(sources: dict[str, str]) -> Any:
    return json.loads(notes_json(site_of(sources)))


def test_a_small_site_in_full() -> None:
    page = (
        "# Amazon S3\n\n"
        + question(stem="What is `<b>`?", right="R&D")
        + "> [!warning] Changed by 2020-12\n>\n> See [S3](../terms.md#s3).\n\n"
        "> [!quote]- Sources, checked 2026-11-01, DVA-C03 1.3\n>\n"
        "> - [One](https://h/?a=1&b=2): it's ours\n> - [Two](https://h/)\n"
    )
    terms = "# Index\n\n## Amazon S3 { #s3 }\n\nAlso: S3\n\nA [store](#s3).\n"
    assert export({"services/s3.md": page, "terms.md": terms}) == {
        "format": 1,
        "exam": {"code": "", "domains": []},
        "services": [
            {
                "slug": "s3",
                "name": "Amazon S3",
                "url": "services/s3.md",
                "term": "s3",
                "questions": ["s3-a"],
            }
        ],
        "questions": [
            {
                "id": "s3-a",
                "service": "s3",
                "url": "services/s3.md#s3-a",
                "title": {"html": "Title", "text": "Title"},
                "stem": {
                    "html": "<p>What is <code>&lt;b&gt;</code>?</p>",
                    "text": "What is <b>?",
                },
                "choose": 1,
                "options": [
                    {
                        "anchor": "s3-a--no",
                        "verdict": "incorrect",
                        "title": {"html": "No", "text": "No"},
                        "reason": {"html": "<p>Because.</p>", "text": "Because."},
                        "changes": [],
                    },
                    {
                        "anchor": "s3-a--rd-1d168d",
                        "verdict": "correct",
                        "title": {"html": "R&amp;D", "text": "R&D"},
                        "reason": {"html": "<p>Why.</p>", "text": "Why."},
                        "changes": [],
                    },
                ],
                "changes": [
                    {
                        "anchor": "s3-a--changed-by-2020-12",
                        "label": "Changed by 2020-12",
                        "date": "2020-12",
                        "body": {
                            "html": '<p>See <a href="terms.md#s3">S3</a>.</p>',
                            "text": "See S3.",
                        },
                    }
                ],
                "sources": [
                    {"url": "https://h/?a=1&b=2", "title": "One", "reason": "it's ours"},
                    {"url": "https://h/", "title": "Two", "reason": ""},
                ],
                "checked": "2026-11-01",
                "task": "DVA-C03 1.3",
                "skills": [],
                "terms": [],
                "referenced_by": [],
            }
        ],
        "terms": [
            {
                "id": "s3",
                "name": "Amazon S3",
                "aliases": ["S3"],
                "url": "terms.md#s3",
                "definition": {
                    "html": '<p>A <a href="terms.md#s3">store</a>.</p>',
                    "text": "A store.",
                },
                "places": [],
            }
        ],
    }


def test_places_and_backlinks_are_in_it() -> None:
    page = question("s3-a", right="KMS keys") + question("s3-b", stem="[A](#s3-a) KMS key")
    terms = "# Index\n\n## KMS key { #kms-key }\n\nA key.\n"
    notes = export({"services/s3.md": "# Amazon S3\n\n" + page, "terms.md": terms})
    assert notes["terms"][0]["places"] == [
        {"question": "s3-a", "anchor": "s3-a--kms-keys", "role": "answer"},
        {"question": "s3-b", "anchor": "s3-b", "role": "mentioned"},
    ]
    assert [q["terms"] for q in notes["questions"]] == [["kms-key"], ["kms-key"]]
    assert [q["referenced_by"] for q in notes["questions"]] == [["s3-b"], []]
