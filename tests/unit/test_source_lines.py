"""Where headings and callouts stand in a source, by a scanner that has to agree with Markdown."""

from __future__ import annotations

import pytest
from exam_notes.lint.lines import Lines, locate
from exam_notes.lint.opener import Opener
from exam_notes.model import Passage
from exam_notes.reading.outline import Outline

from tests.support.notes import site_of

A = "> [!note] A"
B = "> [!note] B"


NOTHING = Outline(Passage("", ""), (), ())


def located(source: str) -> Lines:
    """Lay a source beside the tree that Markdown makes of it."""
    return locate(source, site_of({"about.md": source}).pages[0].outline)


VISIBLE = {
    "at the beginning": (A, [1]),
    "below text": (f"Text.\n\n{A}", [3]),
    "one after the other": (f"{A}\n\n{B}", [1, 3]),
    "inside another": (f"{A}\n>\n> {B}", [1, 3]),
    "inside a list": (f"- One\n\n    {A}", [3]),
    "after a list's marker": (f"- {A}", [1]),
    "after a list's number": (f"12. {A}", [1]),
    "indented as code": (f"Text.\n\n    {A}", [3]),
    "with windows' line ends": (f"Text.\r\n\r\n{A}\r\n", [3]),
    # Fences
    "in a fence": (f"```\n{A}\n```\n\n{B}", [5]),
    "in a fence of tildes": (f"~~~\n{A}\n~~~\n\n{B}", [5]),
    "in a fence with a language": (f"```markdown\n{A}\n```\n\n{B}", [5]),
    "in a fence that holds another sign": (f"```\n~~~\n{A}\n```\n\n{B}", [6]),
    "in a fence that holds a shorter one": (f"````\n```\n{A}\n```\n````\n\n{B}", [7]),
    "in a fence in a quote": (f"> ```\n{A}\n> ```\n\n{B}", [5]),
    "in a fence in a quote in a quote": (f"> > ```\n> {A}\n> > ```\n\n{B}", [5]),
    "in a fence in a list": (f"- One\n\n    ```\n    {A}\n    ```\n\n{B}", [7]),
    "in two fences": (f"```\n{A}\n```\n\n{B}\n\n```\n{A}\n```", [5]),
    "below a fence that nothing closes": (f"```\n\n{A}", [3]),
    "below a fence that ends with its quote": (f"> ```\n\n{A}\n\n```", [3]),
    "below a fence that a quote cannot close": (f"```\n\n{A}\n>\n> ```", [3]),
    "below a fence that a longer one cannot close": (f"```\n\n{A}\n\n````", [3]),
    "below a fence that is indented otherwise": (f" ```\n\n{A}\n\n```", [3]),
    "below a fence with words that are no language": (f"```a b:\n\n{A}\n\n```", [3]),
    "below a fence that another fence follows": (f"```\n\n````\n\n{A}\n\n````", [5]),
    "below code in a line of its own": (f"```code```\n\n{A}\n\n```code```", [3]),
    # Comments
    "in a comment": (f"<!--\n{A}\n-->\n\n{B}", [5]),
    "in a comment with empty lines": (f"<!--\n\n{A}\n\n-->\n\n{B}", [7]),
    "below a comment of one line": (f"<!-- To do. -->\n\n{A}", [3]),
    # Front matter
    "in the front matter": (f"---\ntitle: |\n  {A}\n---\n\n{B}", [6]),
    "in front matter that dots end": (f"---\ntitle: |\n  {A}\n...\n\n{B}", [6]),
    "below a rule": (f"Text.\n\n---\n\n{A}\n\n---", [5]),
    # What a person would take for one
    "escaped": ("> \\[!note] A", [1]),
    # What opens nothing
    "in the middle of a line": ("Text with [!note] in it.", []),
    "as a link": ("> [A](https://example.org/)", []),
    "as a picture": ("> ![A](a.png)", []),
    "without a kind": ("> [!] A", []),
}


@pytest.mark.parametrize(("source", "expected"), VISIBLE.values(), ids=VISIBLE)
def test_openers_are_found_where_markdown_may_see_them(source: str, expected: list[int]) -> None:
    lines = located(source)
    assert [opener.line for opener, _ in lines.openers] == expected
    assert lines.missed == ()


OPENERS = {
    "> [!note] A": Opener(1, "> ", "note", "", "A", ""),
    "> [!Success]-  A `b` ": Opener(1, "> ", "Success", "-", "A `b`", ""),
    "> > [!tip]+ A": Opener(1, "> > ", "tip", "+", "A", ""),
    "[!quote]-": Opener(1, "", "quote", "-", "", ""),
    ">[!note]A": Opener(1, ">", "note", "", "A", ""),
    "> [! note] A": Opener(1, "> ", "note", "", "A", "has a space in its brackets"),
    "> [ !note] A": Opener(1, "> ", "note", "", "A", "has a space in its brackets"),
    "> [!note ] A": Opener(1, "> ", "note", "", "A", "has a space in its brackets"),
    "> [!note|wide] A": Opener(1, "> ", "note", "", "A", ""),
    "- > [!note] A": Opener(1, "- > ", "note", "", "A", ""),
    "1. > [!note] A": Opener(1, "1. > ", "note", "", "A", ""),
    "\t> [!note] A": Opener(1, "\t> ", "note", "", "A", ""),
}


@pytest.mark.parametrize(("text", "expected"), OPENERS.items())
def test_an_opener_is_taken_apart(text: str, expected: Opener) -> None:
    assert locate(text, NOTHING).openers == ((expected, None),)


HEADINGS = {
    "in order": ("# A\n\n## B\n\n### C", [1, 3, 5]),
    "with an id": ("# A\n\n## B { #b }", [1, 3]),
    "with markup": ("# A *b* `c` [d](e.md) &amp; <b>f</b>", [1]),
    "with a closing sign": ("# A\n\n## B ##", [1, 3]),
    "the same twice": ("## A\n\n## A\n\nText.\n\n## A", [1, 3, 7]),
    "below front matter": ("---\ntitle: A\n---\n\n# A", [5]),
    "below the same in a fence": ("```\n# A\n```\n\n# A", [5]),
    "below the same in a comment": ("<!--\n# A\n-->\n\n# A", [5]),
    "without a space": ("Text.\n\n##A", [3]),
    "without a space, below the same": ("# A\n\n#A", [1, 3]),
    "in a quote": ("# A\n\n> ## B", [1, 3]),
}


@pytest.mark.parametrize(("source", "expected"), HEADINGS.values(), ids=HEADINGS)
def test_headings_are_found(source: str, expected: list[int]) -> None:
    assert list(located(source).headings) == expected
