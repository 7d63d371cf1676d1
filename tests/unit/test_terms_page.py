"""The index of terms: letters, terms, and aliases where a reader looks for them."""

from __future__ import annotations

import pytest
from exam_notes.model import Passage, Term
from exam_notes.visible import plain

from tests.support.notes import site_of


def laid_out(source: str) -> list[str]:
    """Return the lines of the index as a reader sees them; slots by their kind and key."""
    page = site_of({"terms.md": "# Index\n\nAbove.\n\n" + source}).pages[0]
    html = page.cut.fill(lambda slot: f"<p>[{slot.kind} {slot.key}]</p>")
    return plain(html).replace("¶", "").split("\n")[2:]


def test_terms_and_aliases_stand_below_their_letters() -> None:
    source = """
## AZ rebalancing { #az-rebalancing }

Spreads instances.

## Amazon Cognito { #cognito }

Also: Cognito, Sign-in service

Signs in.

## KMS key { #kms-key }

Also: customer master key, 256-bit key

A key.

And more.
"""
    assert laid_out(source) == [
        "[letters all]",
        "0-9",
        "[see kms-key/1]",
        "A",
        "AZ rebalancing",
        "Spreads instances.",
        "[places az-rebalancing]",
        "C",
        "Amazon Cognito",
        "Also: Cognito, Sign-in service",
        "Signs in.",
        "[places cognito]",
        "[see kms-key/0]",
        "K",
        "KMS key",
        "Also: customer master key, 256-bit key",
        "A key.",
        "And more.",
        "[places kms-key]",
        "S",
        "[see cognito/1]",
    ]


def test_terms_in_disorder_are_put_in_order() -> None:
    source = "## B { #b }\n\nb.\n\n## AWS A { #a }\n\na.\n"
    assert laid_out(source) == [
        *("[letters all]", "A", "AWS A", "a.", "[places a]"),
        *("B", "B", "b.", "[places b]"),
    ]


@pytest.mark.parametrize(
    ("name", "alias", "listed"),
    [
        ("Amazon S3", "S3", False),
        ("AWS X-Ray", "X-Ray", False),
        ("Amazon S3", "AWS S3", False),
        ("KMS key", "kms KEY", False),
        ("Amazon S3", "Simple Storage Service", True),
        ("Amazon S3", "S3 bucket", True),
    ],
)
def test_an_alias_is_listed_unless_it_stands_where_its_term_stands(
    name: str, alias: str, *, listed: bool
) -> None:
    site = site_of({"terms.md": f"# Index\n\n## {name} {{ #t }}\n\nAlso: {alias}\n\nText.\n"})
    slots = [slot for slot in site.pages[0].cut.slots if slot.kind == "see"]
    assert [site.aliases[slot.key] for slot in slots] == [(site.term("t"), alias)] * listed


@pytest.mark.parametrize(
    ("body", "aliases", "definition"),
    [
        ("Text.", (), "Text."),
        ("Also: a, b c\n\nText.", ("a", "b c"), "Text."),
        ("Also: a,\nb,, `c`\n\nText.\n\nMore.", ("a", "b", "c"), "Text.\nMore."),
        ("Also: a", ("a",), ""),
        ("Text.\n\nAlso: a", (), "Text.\nAlso: a"),
        ("Also, text.", (), "Also, text."),
        ("Text. See [b](#b).", (), "Text. See b."),
        ("", (), ""),
    ],
)
def test_a_term_has_aliases_and_a_definition(
    body: str, aliases: tuple[str, ...], definition: str
) -> None:
    (term,) = site_of({"terms.md": f"# Index\n\n## A {{ #a }}\n\n{body}\n"}).terms
    assert term == Term("a", "A", aliases, Passage(term.definition.html, definition))


def test_headings_keep_their_addresses_and_go_down_a_level() -> None:
    """Letters are headings now, and the terms below them too."""
    page = site_of({"terms.md": "# Index\n\n## Amazon S3 { #s3 }\n\nText.\n"}).pages[0]
    html = page.cut.fill(lambda _: "")
    assert [tag for tag in html.split("<") if tag.startswith(("h2", "h3"))] == [
        'h2 data-search-exclude="true" id="letter-s">S',
        'h3 id="s3">Amazon S3',
    ]
