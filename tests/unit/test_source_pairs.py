"""Which callout of the tree belongs to which line of the source."""

from __future__ import annotations

import pytest
from exam_notes.lint.lines import Lines, locate
from exam_notes.model import Passage
from exam_notes.reading.outline import Callout, Outline

from tests.support.notes import site_of

PAGE = "services/s3.md"
QUESTION = "# S3\n\n## Title { #s3-a }\n\nWhich?\n\n"
PAIRS = {
    "all read": (
        "> [!failure]- No\n>\n> It is not.\n\n> [!success]- Yes\n>\n> It is.",
        {7: "s3-a--no", 11: "s3-a--yes"},
    ),
    "not closed": ("> [!failure] No\n\n> [!success]- Yes", {7: "", 9: "s3-a--yes"}),
    "swallowed": (
        "> [!failure]- No\n> [!failure]- Not so\n\n> [!success]- Yes",
        {7: "s3-a--no", 8: None, 10: "s3-a--yes"},
    ),
    "two of the same words": (
        "> [!failure]- No\n\n> [!failure]- No",
        {7: "s3-a--no", 9: "s3-a--no-2"},
    ),
    "in code, between others": (
        "> [!failure]- No\n\nText.\n\n    > [!failure]- Code\n\n> [!success]- Yes",
        {7: "s3-a--no", 11: None, 13: "s3-a--yes"},
    ),
    "with markup": (
        "> [!failure]- `a` **b** [c](d.md) &lt;\n\n> [!success]- Yes",
        {7: "s3-a--a-b-c-e831fc", 9: "s3-a--yes"},
    ),
    "with a character by its number": (
        "> [!failure]- &#39;a&#39;\n\n> [!success]- Yes",
        {7: "s3-a--a-d74992", 9: "s3-a--yes"},
    ),
    "with a link, above one that is swallowed": (
        "> [!failure]- [a](b.md) c\n> [!failure]- d",
        {7: "s3-a--a-c", 8: None},
    ),
    "without words": ("> [!failure]- ->\n\n> [!success]-", {7: "s3-a--71b37b", 9: "s3-a--success"}),
    "with a change note": (
        "> [!success]- Yes\n>\n> > [!warning] Changed 2020\n> >\n> > Now.",
        {7: "s3-a--yes", 9: "s3-a--yes--changed-2020"},
    ),
    "sources": ("> [!quote]- Sources", {7: "s3-a sources"}),
    "a note": ("> [!note] So", {7: ""}),
}


@pytest.mark.parametrize(("body", "expected"), PAIRS.values(), ids=PAIRS)
def test_an_opener_has_the_callout_that_markdown_made_of_it(
    body: str, expected: dict[int, str | None]
) -> None:
    """The anchor; "" for a callout that is no part of a question, None for no callout."""
    source = QUESTION + body
    lines = locate(source, site_of({PAGE: source}).pages[0].outline)
    found = {o.line: callout.anchor if callout else None for o, callout in lines.openers}
    assert found == expected
    assert [lines.of_callout(a) for a in expected.values() if a] == [
        n for n in expected if expected[n]
    ]


def test_an_opener_of_another_kind_is_no_partner() -> None:
    callout = Callout("tip", "A", "")
    lines = locate("> [!note] A", Outline(Passage("", ""), (), (callout,)))
    assert [callout for _, callout in lines.openers] == [None]
    assert lines.missed == (callout,)


def test_what_was_not_found_stands_in_line_1() -> None:
    callout = Callout("note", "A", "a")
    outline = site_of({"about.md": "Text.\n\n## A"}).pages[0].outline
    lines = locate("Text.", Outline(outline.title, outline.headings, (callout,)))
    assert lines == Lines((), (callout,), (1,))
    assert lines.of_callout("a") == 1
