"""The order in which options and terms stand."""

from __future__ import annotations

import pytest
from exam_notes.order import alphabetical, letter, term_key


@pytest.mark.parametrize(
    "ordered",
    [
        ["Add", "bring", "Create"],
        ["add a role", "Add a rule"],
        ["9 days", "35 days", "100 days"],
        ["every 5 minutes", "every 10 minutes", "every minute"],
        ["7 days", "A week"],
        ["a", "a b", "ab"],
        ["v1.9", "v1.10", "v2.0"],
        ["Use 2 zones and 10 nodes", "Use 2 zones and 12 nodes", "Use 10 zones and 1 node"],
    ],
)
def test_alphabetical(ordered: list[str]) -> None:
    """Case is ignored, and numbers are compared as numbers."""
    keys = [alphabetical(text) for text in ordered]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize(
    ("one", "other"), [("AWS kms", "aws KMS"), ("STRASSE", "straße"), ("007", "7")]
)
def test_texts_of_one_rank(one: str, other: str) -> None:
    assert alphabetical(one) == alphabetical(other)


@pytest.mark.parametrize(
    ("name", "less"),
    [
        ("Amazon S3", "S3"),
        ("AWS CodeDeploy", "codedeploy"),
        ("AWS", "aws"),
        ("Amazonas", "amazonas"),
        ("AWSome day", "awsome day"),
        ("Region of AWS", "region of aws"),
        ("AWS Amazon", "amazon"),
    ],
)
def test_a_term_sorts_without_its_vendor(name: str, less: str) -> None:
    assert term_key(name) == alphabetical(less)


def test_terms_stand_as_in_a_book() -> None:
    terms = [
        "4xx status",
        "Access token",
        "Amazon API Gateway",
        "AWS Backup",
        "Region",
        "AWS X-Ray",
    ]
    keys = [term_key(term) for term in terms]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize(
    ("name", "under"),
    [
        ("Region", "R"),
        ("alarm", "A"),
        ("Amazon S3", "S"),
        ("AWS CodeDeploy", "C"),
        ("AWS", "A"),
        ("4xx status", "0-9"),
        (".NET", "0-9"),
        ("", "0-9"),
    ],
)
def test_letter(name: str, under: str) -> None:
    assert letter(name) == under
