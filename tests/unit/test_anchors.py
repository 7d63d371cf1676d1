"""Addresses of options and change notes: permanent, so made of words and not of positions."""

from __future__ import annotations

from hashlib import sha256

import pytest
from exam_notes.reading.anchors import change_anchor, option_anchor

from tests.support.notes import site_of


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Enable versioning", "enable-versioning"),
        ("Run aws s3 cp --sse aws:kms", "run-aws-s3-cp-sse-awskms"),
        ("CI/CD, in 2 Regions", "cicd-in-2-regions"),
        ("Élan vital", "elan-vital"),
        ("日本", "option"),
        ("?!", "option"),
        ("a" * 30 + " " + "b" * 29, "a" * 30 + "-" + "b" * 29),
        ("a" * 30 + " " + "b" * 30, "a" * 30),
        ("a" * 30 + " " + "b" * 29 + " c", "a" * 30 + "-" + "b" * 29),
        ("x" * 61, "x" * 60),
    ],
)
def test_an_option_has_a_slug_of_at_most_60_characters(text: str, slug: str) -> None:
    """A slug is cut at a hyphen where there is one."""
    assert option_anchor("s3-keys", text, ()) == f"s3-keys--{slug}"
    assert len(slug) <= 60


def test_a_taken_anchor_gets_a_hash_of_the_text() -> None:
    first = option_anchor("q", "Use S3", ())
    second = option_anchor("q", "Use S3?", {first})
    assert first == "q--use-s3"
    assert second == "q--use-s3-" + sha256(b"Use S3?").hexdigest()[:6]


def test_the_same_text_thrice_gets_three_anchors() -> None:
    taken: list[str] = []
    for _ in range(3):
        taken.append(option_anchor("q", "Use S3", taken))
    digest = sha256(b"Use S3").hexdigest()[:6]
    assert taken == ["q--use-s3", f"q--use-s3-{digest}", f"q--use-s3-{digest}-2"]


@pytest.mark.parametrize(
    ("label", "taken", "anchor"),
    [
        ("Changed 2020-12-01", (), "q--use-s3--changed-2020-12-01"),
        ("Never right", (), "q--use-s3--never-right"),
        ("", (), "q--use-s3--change"),
        ("Changed", ("q--use-s3--changed",), "q--use-s3--changed-2"),
        ("Changed", ("q--use-s3--changed", "q--use-s3--changed-2"), "q--use-s3--changed-3"),
    ],
)
def test_a_change_note_has_its_title_below_its_owner(
    label: str, taken: tuple[str, ...], anchor: str
) -> None:
    assert change_anchor("q--use-s3", label, taken) == anchor


NOTE = """# S3

## Keys { #s3-keys }

Which?

> [!failure]- Blue
>
> No.
>
> > [!warning] Changed 2020-12-01
> >
> > It was.

> [!success]- Red
>
> Yes.
"""


def test_every_anchor_leads_to_its_question() -> None:
    site = site_of({"services/s3.md": NOTE})
    for anchor in ("s3-keys", *anchors(NOTE)):
        assert site.question_of_link("s3", f"#{anchor}") == "s3-keys"
    assert site.question_of_link("s3", "#s3-keys--none") == ""


def anchors(source: str) -> list[str]:
    (question,) = site_of({"services/s3.md": source}).questions.values()
    options = [option.anchor for option in question.options]
    return [*options, *(change.anchor for change in question.all_changes)]


def test_an_option_more_changes_no_other_anchor() -> None:
    """Wherever it is put in."""
    option = "> [!failure]- Green\n>\n> No.\n>\n> > [!warning] Changed\n> >\n> > It is not.\n\n"
    added = {"s3-keys--green", "s3-keys--green--changed"}
    before = set(anchors(NOTE))
    assert before == {"s3-keys--blue", "s3-keys--blue--changed-2020-12-01", "s3-keys--red"}
    for place in ("> [!failure]- Blue", "> [!success]- Red"):
        after = anchors(NOTE.replace(place, option + place))
        assert set(after) - before == added
        assert before - set(after) == set()


def test_the_page_has_the_anchors_that_the_model_has() -> None:
    page = site_of({"services/s3.md": NOTE}).pages[0]
    html = page.cut.fill(lambda _: "")
    assert [a for a in anchors(NOTE) if html.count(f'id="{a}"') != 1] == []
