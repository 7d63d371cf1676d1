"""The file of ids that were published."""

from __future__ import annotations

import pytest
from exam_notes.reading.published import PublishedId, read_published

from tests.support.notes import ROOT, own_docs, problems


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("", ()),
        ("\n\n", ()),
        ("# s3-a\n  # s3-b\n", ()),
        ("s3-a", (PublishedId("s3-a", "", 1),)),
        ("# Ids\n\n s3-a \r\nebs-b\n", (PublishedId("s3-a", "", 3), PublishedId("ebs-b", "", 4))),
        ("s3-a -> ebs-b\n", (PublishedId("s3-a", "ebs-b", 1),)),
        ("s3-a->ebs-b", (PublishedId("s3-a", "ebs-b", 1),)),
        ("s3-a -> was wrong -> gone\n", (PublishedId("s3-a", "was wrong -> gone", 1),)),
        ("s3-a ->\n", (PublishedId("s3-a", "", 1),)),
    ],
)
def test_one_id_a_line(text: str, entries: tuple[PublishedId, ...]) -> None:
    assert read_published("ids.txt", text) == ("ids.txt", entries)


def test_every_question_of_this_site_is_listed_and_every_id_is_there() -> None:
    text = (ROOT / "docs/published-ids.txt").read_text("utf-8")
    assert [str(p) for p in problems(own_docs(), text) if p.code in ("N005", "N024")] == []


def test_no_id_is_listed_twice() -> None:
    text = (ROOT / "docs/published-ids.txt").read_text("utf-8")
    ids = [entry.id for entry in read_published("", text).entries]
    assert sorted(set(ids)) == ids
