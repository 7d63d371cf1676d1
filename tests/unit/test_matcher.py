"""Which terms a text holds."""

from __future__ import annotations

import pytest
from exam_notes.index.matcher import Matcher
from exam_notes.model import Passage, Term

CASES = [
    ("a whole word", ["alarm"], "Set an alarm on it.", ["alarm"]),
    ("no part of a word", ["alarm"], "An alarming, unalarmed prealarm.", []),
    ("case is ignored", ["Event history"], "EVENT HISTORY, event History", ["Event history"] * 2),
    ("every occurrence, in order", ["one", "two"], "two one two", ["two", "one", "two"]),
    ("nothing in nothing", ["alarm"], "", []),
    ("no terms, nothing found", [], "Set an alarm.", []),
    ("the longest name", ["S3", "S3 Object Lock"], "S3 Object Lock", ["S3 Object Lock"]),
    ("the longest, whatever the order", ["S3 Object Lock", "S3"], "S3 Object", ["S3"]),
    (
        "what a longer name has is consumed",
        ["KMS key", "key policy"],
        "KMS key policy",
        ["KMS key"],
    ),
    ("the rest goes on", ["KMS key", "policy"], "KMS key policy", ["KMS key", "policy"]),
    ("plural s", ["alarm", "read replica"], "alarms; read replicas", ["alarm", "read replica"]),
    ("plural in the last word alone", ["read replica"], "reads replica", []),
    ("the s of a plural is not optional twice", ["alarm"], "alarmss", []),
    ("a name that ends in s stays", ["Event Bus"], "event bu, event bus", ["Event Bus"]),
    ("an acronym in capitals", ["ARC"], "ARC shifts", ["ARC"]),
    ("an acronym in small letters is a word", ["ARC"], "an arc, an Arc", []),
    ("a plural acronym", ["AZ"], "two AZs", ["AZ"]),
    ("a plural acronym in capitals is another", ["AZ"], "two AZS, two azs", []),
    ("an acronym inside a name", ["KMS key"], "KMS Keys, a kms key", ["KMS key"]),
    ("an acronym at the end of a name", ["Elastic IP"], "elastic IPs, elastic ip", ["Elastic IP"]),
    ("letters with a digit are an acronym", ["S3"], "S3, but not s3", ["S3"]),
    ("a hyphenated word is one word", ["KMS", "AZ"], "SSE-KMS in Multi-AZ", []),
    ("a hyphenated name", ["SSE-KMS", "KMS"], "SSE-KMS and KMS", ["SSE-KMS", "KMS"]),
    ("a dotted word is one word", ["Node", "Node.js"], "Node.js", ["Node.js"]),
    ("a full stop ends a word", ["Node"], "Node. js", ["Node"]),
    ("a possessive", ["S3", "alarm"], "S3's limit, the alarm’s state", ["S3", "alarm"]),
    ("a possessive inside a name", ["queue limit"], "a queue's limit", ["queue limit"]),
    ("a slash in a name", ["CI/CD", "CD"], "a CI/CD pipeline", ["CI/CD"]),
    ("a slash between two names", ["AZ", "Region"], "AZ/Region", ["AZ", "Region"]),
    ("brackets and commas around", ["KMS key", "S3"], "(KMS key), 'S3'.", ["KMS key", "S3"]),
    ("a comma inside breaks a name", ["KMS key"], "KMS, key", []),
    ("spaces do not count", ["KMS key"], "KMS \t  key", ["KMS key"]),
    ("nothing across two lines", ["KMS key"], "ask KMS\nkey policy", []),
    ("each line for itself", ["KMS", "key"], "KMS\nkey", ["KMS", "key"]),
]


def named(name: str, *aliases: str) -> Term:
    return Term(name, name, aliases, Passage("", ""))


@pytest.mark.parametrize(
    ("names", "text", "found"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_find(names: list[str], text: str, found: list[str]) -> None:
    assert list(Matcher([named(name) for name in names]).find(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a Redis cluster in ElastiCache", ["Amazon ElastiCache"]),
        ("a customer master key", ["KMS key"]),
        ("two CMKs of old", ["KMS key"]),
        ("Amazon ElastiCache for Redis", ["Amazon ElastiCache"]),
        ("ElastiCache for Redis", ["Amazon ElastiCache"]),
        ("the KMS key, once a customer master key", ["KMS key", "KMS key"]),
    ],
)
def test_an_alias_leads_to_its_term(text: str, found: list[str]) -> None:
    """Old names and short names count for the term of today, each occurrence once."""
    matcher = Matcher(
        [
            named("Amazon ElastiCache", "ElastiCache", "ElastiCache for Redis"),
            named("KMS key", "customer master key", "CMK"),
        ]
    )
    assert list(matcher.find(text)) == found


def test_the_order_of_terms_does_not_matter() -> None:
    terms = [named("AZ"), named("Availability Zone", "AZs"), named("Zone")]
    text = "AZs, an Availability Zone, a zone"
    assert list(Matcher(terms).find(text)) == list(Matcher(reversed(terms)).find(text))
