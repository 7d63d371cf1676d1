"""GitHub's preview and the site show the same structure, or a rule names the line.

What GitHub shows is asked of a library that reads as GitHub does (tests/support/structure.py).
"""

from __future__ import annotations

import re

import pytest
from exam_notes.lint.alike import differences
from exam_notes.lint.alike_mend import mended
from exam_notes.lint.fix import mend
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.casebook import Case, all_cases
from tests.support.notes import EXTENSIONS, own_docs, problems
from tests.support.questions import SOURCES_OF_S3, question
from tests.support.structure import on_github, on_the_site

PAGE = "services/s3.md"
CASES = [case for case in all_cases() if case.code == "N059"]
each_case = pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])

# Constructs that the library has no word for: GitHub's own.
OF_GITHUB_ALONE = {
    "a bare address",
    "an address of mail",
    "a footnote",
    "a name between colons",
    "a formula between dollar signs",
}

INDENTS = ("", "", "", "    ", "    ", "        ", "  ", "   ", " ", "      ")
PIECES = (
    *("", "", "", "", "word", "two words", "- a", "- b", "* c", "+ d", "1. one", "2. two"),
    *("3) three", "## head", "#tag", "```\ncode\n```", "```text", "~~~", "| a | b |"),
    *("|---|---|", "| 1 | 2 |", "a | b", "> q", "> - q", "> > deep", "***", "---", "==="),
    *("plain\\", "`co de`", "**b**", "a * b", "5*x", "~~s~~", "\\% \\*", "-", "- - d", "-  wide"),
    *("10. ten", "[t](http://h/)", "[r]: http://h/", "<!-- c -->"),
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Draw some lines as a stem, as a reason, or below a list."""
    lines = []
    for piece in draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=7)):
        indent = "" if piece.startswith("<!--") else draw(st.sampled_from(INDENTS))
        lines += [(indent + line).rstrip() for line in piece.split("\n")]
    text = "\n".join(lines).strip("\n ")
    where = draw(st.sampled_from(["Stem.\n\n{}", "- x\n\n{}", "{}", "> "]))
    if where == "> ":
        return "> [!failure]- O\n>\n" + re.sub(r"(?m)^", "> ", text).replace("> \n", ">\n")
    return where.format(text)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(texts())
def test_both_show_the_same_or_the_line_is_told(text: str) -> None:
    if not differences(text):
        assert on_the_site(text) == on_github(text)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(texts())
def test_mending_twice_is_once_and_github_shows_every_word_as_before(text: str) -> None:
    once = mended(text)
    assert mended(once) == once
    assert re.findall(r"\w+", once) == re.findall(r"\w+", text)


@each_case
def test_what_is_told_differs_and_what_passes_does_not(case: Case) -> None:
    page = case.files[PAGE].partition("<!-- expect")[0]
    told = {found.what for found in differences(page)}
    if case.passes:
        assert (told, on_the_site(page)) == (set(), on_github(page))
    elif not told & OF_GITHUB_ALONE:
        assert on_the_site(page) != on_github(page)


@each_case
def test_a_mended_page_keeps_what_github_showed(case: Case) -> None:
    """Where everything that is told can be mended, both show the same afterwards."""
    page = case.files[PAGE].partition("<!-- expect")[0]
    mends = [any(found.mend[:3]) for found in differences(page)]
    text, refused = mend(PAGE, page, EXTENSIONS)
    assert refused == ()
    if mends and all(mends):
        assert (differences(text), on_the_site(text)) == ((), on_github(text))
    elif not any(mends):
        assert text == page


def test_some_pages_are_mended() -> None:
    changed = [c for c in CASES if mend(PAGE, c.files[PAGE], EXTENSIONS).text != c.files[PAGE]]
    assert len(changed) > 5


@pytest.mark.parametrize("path", own_docs())
def test_our_own_pages_are_shown_alike(path: str) -> None:
    text = re.sub(r"\A---\n.*?\n---\n", "", own_docs()[path], flags=re.DOTALL)
    assert on_the_site(text) == on_github(text)
    assert differences(own_docs()[path]) == ()


NESTED = "- a\n  - b\n\n    It waits.\n\n    ```http\n    PUT /key\n    ```\n\n- c"
AS_ON_GITHUB = (
    "- a\n    - b\n\n        It waits.\n\n        ```http\n        PUT /key\n        ```\n\n- c"
)


@pytest.mark.parametrize(
    ("broken", "right"),
    [
        ("Two:\n- a\n- b", "Two:\n\n- a\n- b"),
        ("> Two:\n> - a\n> - b", "> Two:\n>\n> - a\n> - b"),
        ("1) a\n2) b", "1. a\n2. b"),
        ("Two:\n| a | b |\n|---|---|\n| 1 | 2 |", "Two:\n\n| a | b |\n|---|---|\n| 1 | 2 |"),
        (NESTED, AS_ON_GITHUB),
        ("- a\n\n  text\n\n- b", "- a\n\n    text\n\n- b"),
        ("- a\n  - b\n    - c", "- a\n    - b\n        - c"),
        ("> - a\n>\n>   > quoted\n>   > twice", "> - a\n>\n>     > quoted\n>     > twice"),
    ],
)
def test_it_mends(broken: str, right: str) -> None:
    assert mended(broken) == right
    assert on_github(right) == on_github(broken)
    assert on_the_site(broken) != on_the_site(right) == on_github(right)


def test_a_list_in_a_stem_is_mended_on_a_page() -> None:
    page = "# S3\n\n" + question(stem="Two hold:\n- one\n- two\n\nWhich?") + SOURCES_OF_S3
    text, refused = mend(PAGE, page, EXTENSIONS)
    assert ("Two hold:\n\n- one" in text, refused) == (True, ())


SNIPPETS = [
    *(
        "a\n- b",
        "- a\n  - b",
        "1) a",
        "- a\n* b",
        "- a\n1. b",
        "a~~b~~",
        "a\\\nb",
        "a \\% b",
        "#Title",
    ),
    *("```text\nno end", "> a\n- b", "a [^1]", "$a$ b", ":tada: yes", "see https://h.example/x"),
    *("see www.example.com", "- a\n```\nb\n```", "- a\n> b", "a\n| b | c |\n|---|---|\n| 1 | 2 |"),
]


@pytest.mark.parametrize("text", SNIPPETS)
@pytest.mark.parametrize("place", ["stem", "reason"])
def test_the_rule_names_the_line_of_each_construct(place: str, text: str) -> None:
    within = question(**{place: f"Before?\n\n{text}\n\nAfter."})
    page = "# S3\n\n" + within + SOURCES_OF_S3
    first = next(n for n, line in enumerate(page.split("\n"), 1) if "Before?" in line) + 2
    lines = {p.line for p in problems({PAGE: page}) if p.code == "N059"}
    assert lines & set(range(first, first + text.count("\n") + 1))
