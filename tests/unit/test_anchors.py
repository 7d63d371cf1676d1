"""Addresses of options and change notes: permanent, so made of words and not of positions."""

from __future__ import annotations

from hashlib import sha256

import pytest
from exam_notes.reading.alone import read_page
from exam_notes.reading.anchors import change_anchor, option_anchor
from exam_notes.reading.page_text import PageText
from exam_notes.reading.published import read_published
from hypothesis import given
from hypothesis import strategies as st

from tests.support.notes import EXTENSIONS, site_of
from tests.support.questions import question

PAGE = f"# Amazon S3\n\n{question()}"


def hashed(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:6]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Enable versioning", "enable-versioning"),
        ("Multi-AZ cluster in 2 Regions", "multi-az-cluster-in-2-regions"),
        ("a" * 30 + " " + "b" * 29, "a" * 30 + "-" + "b" * 29),
    ],
)
def test_words_that_make_a_slug_are_the_address(text: str, slug: str) -> None:
    assert option_anchor("s3-keys", text, ()) == f"s3-keys--{slug}"


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Run aws s3 cp --sse aws:kms", "run-aws-s3-cp-sse-awskms-"),
        ("CI/CD, in 2 Regions", "cicd-in-2-regions-"),
        ("Élan vital", "elan-vital-"),
        ("日本", ""),
        ("?!", ""),
        ("a" * 30 + " " + "b" * 30, "a" * 30 + "-"),
        ("x" * 61, "x" * 53 + "-"),
    ],
)
def test_a_text_that_a_slug_cannot_hold_ends_with_its_hash(text: str, slug: str) -> None:
    """A slug is cut at a hyphen where there is one."""
    anchor = option_anchor("s3-keys", text, ())
    assert anchor == f"s3-keys--{slug}{hashed(text)}"
    assert len(anchor) <= len("s3-keys--") + 60


ALIKE = (
    "Create an IAM role that trusts the function and attach a policy that allows reads of the {}"
)
TEXTS = [
    "Use C",
    "Use C++",
    "1.0",
    "10",
    "暗号化",
    "復号化",
    *map(ALIKE.format, ("object", "bucket")),
]


@given(st.permutations(TEXTS), st.integers(1, len(TEXTS)))
def test_an_address_is_the_same_whatever_stands_beside_it(texts: list[str], number: int) -> None:
    taken: list[str] = []
    for text in texts[:number]:
        taken.append(option_anchor("q", text, taken))
    assert taken == [option_anchor("q", text, ()) for text in texts[:number]]


def test_the_same_text_thrice_gets_three_anchors() -> None:
    taken: list[str] = []
    for _ in range(3):
        taken.append(option_anchor("q", "Use S3", taken))
    assert taken == ["q--use-s3", "q--use-s3-2", "q--use-s3-3"]


def test_a_change_of_wording_keeps_the_old_address() -> None:
    published = read_published("x", "s3-a--old -> s3-a--older\ns3-a--older -> s3-a--yes\n")
    page = read_page("services/s3.md", PageText(PAGE), EXTENSIONS, published.aliases)
    html = "".join(part for part in page.cut.segments if isinstance(part, str))
    line = html[html.index('id="s3-a--yes"') :].partition("</p>")[0]
    assert '<span id="s3-a--old">' in line
    assert {"s3-a--old", "s3-a--older", "s3-a--yes"} <= page.outline.anchors


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
