"""Which questions link to which."""

from __future__ import annotations

import pytest
from exam_notes.model import Backlink

from tests.support.notes import site_of
from tests.support.questions import CHANGE, SOURCES, question

LINKS = [
    ("[that](ebs.md#ebs-b)", "See that."),
    ("[that](ebs.md#ebs-b--yes)", "See that."),
    ("[that](ebs.md#ebs-b--yes--changed)", "See that."),
    ("[that](../services/ebs.md#ebs-b)", "See that."),
    ("[that](ebs.md#ebs-b--maybe)", ""),
    ("[that](ebs.md)", ""),
    ("[that](ebs.md#amazon-ebs)", ""),
    ("[that](../terms.md#ebs-b)", ""),
    ("[that](https://h/services/ebs.md#ebs-b)", ""),
    ("[that](#s3-a)", ""),
    ("[that](#s3-a--yes)", ""),
    ("`[that](ebs.md#ebs-b)`", ""),
]
CHANGED = "Why.\n\n> [!warning] Changed\n>\n> Not so."
PLACES = {
    "stem": "Stem.\nSee {}. End.",
    "reason": "Why.\nSee {}. End.",
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("link", "sentence"), LINKS)
def test_backlinks(place: str, link: str, sentence: str) -> None:
    """A question is told which others link to it or into it, and in which sentence."""
    here = question(**{place: PLACES[place].format(link)})
    site = site_of(
        {
            "services/s3.md": "# Amazon S3\n\n" + here,
            "services/ebs.md": "# Amazon EBS\n\n" + question("ebs-b", reason=CHANGED),
        }
    )
    found = {id: links for id, links in site.index.backlinks.items() if id in site.questions}
    assert found == ({"ebs-b": (Backlink("s3-a", sentence),)} if sentence else {})


def test_a_question_that_links_twice_is_listed_once_with_its_first_sentence() -> None:
    stem = "One [b](#s3-b). Two [b](#s3-b--yes)."
    page = question("s3-a", stem=stem) + question("s3-b") + question("s3-c", stem="[b](#s3-b)")
    index = site_of({"services/s3.md": "# Amazon S3\n\n" + page}).index
    assert index.backlinks == {"s3-b": (Backlink("s3-a", "One b."), Backlink("s3-c", "b"))}


def test_links_in_change_notes_count_and_links_in_sources_do_not() -> None:
    change = CHANGE.format("Now [b](#s3-b).")
    sources = SOURCES.format("c").replace("https://h/", "#s3-c")
    page = question("s3-a") + change + sources + question("s3-b") + question("s3-c")
    index = site_of({"services/s3.md": "# Amazon S3\n\n" + page}).index
    assert index.backlinks == {"s3-b": (Backlink("s3-a", "Now b."),)}
