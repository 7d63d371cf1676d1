"""Where each term occurs."""

from __future__ import annotations

import pytest
from exam_notes.model import Place, Role

from tests.support.notes import site_of
from tests.support.questions import CHANGE, SOURCES, question

TERMS = """# Index

## AWS Backup { #backup }

Plans.

## KMS key { #kms-key }

Also: customer master key

A key.

## Amazon S3 { #s3 }

Also: S3

A store.
"""


def places(term: str, *questions: str) -> list[tuple[str, str]]:
    """Return anchor and role of each place of a term in questions of the page of S3."""
    site = site_of({"terms.md": TERMS, "services/s3.md": "# Amazon S3\n\n" + "".join(questions)})
    return [(place.anchor, place.role.value) for place in site.index.places.get(term, ())]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (question(right="Use a KMS key"), [("s3-a--use-a-kms-key", "answer")]),
        (question(wrong="Use a KMS key"), [("s3-a--use-a-kms-key", "distractor")]),
        (question(title="KMS keys"), [("s3-a", "mentioned")]),
        (question(stem="Which KMS key?"), [("s3-a", "mentioned")]),
        (question(reason="A KMS key."), [("s3-a", "mentioned")]),
        (question(reason="An `KMS key` in *code*."), [("s3-a", "mentioned")]),
        (question(reason="A customer\nmaster key."), [("s3-a", "mentioned")]),
        (question(reason="W.\n\n> [!warning] Changed\n>\n> A KMS key."), [("s3-a", "mentioned")]),
        (question() + CHANGE.format("A KMS key."), [("s3-a", "mentioned")]),
        (question() + CHANGE.format("None.").replace("Changed", "KMS key"), []),
        (question() + SOURCES.format("KMS key"), []),
        (question(stem="Stem?\n\n```\nKMS key\n```"), []),
        (question(reason="Why.\n\n```text\nKMS key\n```"), []),
        (question(stem="Stem?\n\n    KMS key\n"), []),
        (question(stem="Stem?\n\n<!-- KMS key -->"), []),
        (question(stem="Stem? ![KMS key](a.svg)"), []),
        (question(stem="a KMS\n\nkey"), []),
    ],
)
def test_where_a_term_counts(source: str, found: list[tuple[str, str]]) -> None:
    """In options, title, stem, reasons and change notes; not in sources and fenced code."""
    assert places("kms-key", source) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (question(right="KMS key 1", wrong="KMS key 2"), [("s3-a--kms-key-1", "answer")]),
        (question(wrong="KMS key 2", reason="KMS key"), [("s3-a--kms-key-2", "distractor")]),
        (question(title="KMS key", stem="KMS key", reason="KMS key"), [("s3-a", "mentioned")]),
        (question(right="KMS key or KMS keys"), [("s3-a--kms-key-or-kms-keys", "answer")]),
    ],
)
def test_one_place_for_each_question_with_its_strongest_role(
    source: str, found: list[tuple[str, str]]
) -> None:
    assert places("kms-key", source) == found


def test_each_question_has_a_place_of_its_own_in_page_order() -> None:
    three = [question("s3-b", stem="KMS key"), question("s3-c"), question("s3-a", right="KMS key")]
    assert places("kms-key", *three) == [("s3-b", "mentioned"), ("s3-a--kms-key", "answer")]


def test_a_service_is_not_mentioned_on_its_own_page() -> None:
    """But there it counts as an answer and as a distractor."""
    mentioned = question("s3-a", title="S3", stem="Amazon S3", reason="S3")
    both = [question("s3-b", right="Amazon S3"), question("s3-c", wrong="Use S3", reason="S3")]
    found = [("s3-b--amazon-s3", "answer"), ("s3-c--use-s3", "distractor")]
    assert places("s3", mentioned, *both) == found


def test_a_service_is_mentioned_on_other_pages() -> None:
    site = site_of(
        {
            "terms.md": TERMS,
            "services/backup.md": "# AWS Backup\n\n" + question("backup-a", stem="S3 and KMS keys"),
        }
    )
    place = Place("backup-a", "", Role.MENTIONED)
    assert site.index.places == {"s3": (place,), "kms-key": (place,)}


def test_the_terms_of_a_question_stand_in_alphabetical_order_without_roles() -> None:
    stem = "S3, a KMS key and AWS Backup"
    page = "# Amazon CloudWatch\n\n" + question("cw-a", stem=stem, right="Amazon S3")
    site = site_of({"terms.md": TERMS, "services/cw.md": page})
    assert site.index.terms == {"cw-a": ("backup", "kms-key", "s3")}
