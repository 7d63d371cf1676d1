"""The template of a question: one copy, which three pages show, and which passes no check."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from exam_notes.commands.question import QUESTION

from tests.notes import ROOT, own_docs, problems

TITLE, ID, EXAM = "A neutral title", "s3-a-permanent-id", "DVA-C03"
TEMPLATE = QUESTION.format(title=TITLE, id=ID, exam=EXAM)
PAGE = "services/s3.md"
SHOWN_IN = ("README.md", "CONTRIBUTING.md", "docs/contributing.md")
FILLED_IN = {  # the texts that the template asks for; the gaps of its last title are left
    "TODO: the stem, a case in your own words that ends with a question.": "Which one is it?",
    "TODO: an option that is wrong": "A lock on the key",
    "TODO: why it does not fit here, and where it would be right.": "S3 has no such lock.",
    "TODO: the option that is right": "A versioned bucket",
    "TODO: why it is right.": "It keeps both writes.",
    "TODO: title of the page": "Versioning",
    "amazon.com/TODO": "amazon.com/AmazonS3/latest/userguide/Versioning.html",
}
SOURCES = {"checked TODO": "checked 2026-11-01", f"{EXAM} TODO": f"{EXAM} 1.3"}


def fenced(text: str) -> list[str]:
    """Return what the fences for Markdown of a page hold."""
    return re.findall(r"^```markdown\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def filled_in(gaps: Iterable[tuple[str, str]]) -> str:
    """Return the template with texts in place of gaps, each of which is there once."""
    text = TEMPLATE
    for gap, words in gaps:
        assert text.count(gap) == 1, gap
        text = text.replace(gap, words)
    return text


def codes(question: str) -> set[str]:
    """Return the codes of the problems of our own S3 page with a question more; hints are none."""
    docs = own_docs()
    found = problems({**docs, PAGE: docs[PAGE].rstrip() + "\n" + question})
    return {problem.code for problem in found if not problem.hint}


@pytest.mark.parametrize("file", SHOWN_IN)
def test_a_page_shows_the_template_that_make_question_writes(file: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    assert [shown for shown in fenced(text) if ID in shown] == [TEMPLATE.lstrip()]


def test_our_own_page_has_no_problem_before() -> None:
    assert codes("") == set()


def test_the_template_as_it_stands_passes_no_check() -> None:
    assert {"N013", "N014", "N038"} <= codes(TEMPLATE)


def test_with_its_texts_filled_in_it_still_lacks_day_and_task() -> None:
    """Nothing in it may be true by accident: day and task are the author's to write."""
    assert codes(filled_in(FILLED_IN.items())) == {"N013", "N014", "N038"}


@pytest.mark.parametrize(("gap", "code"), [("checked TODO", "N013"), (f"{EXAM} TODO", "N014")])
def test_day_and_task_are_each_missed(gap: str, code: str) -> None:
    rest = {**FILLED_IN, **{k: v for k, v in SOURCES.items() if k != gap}}
    assert codes(filled_in(rest.items())) == {code, "N038"}


def test_with_nothing_left_to_fill_in_it_passes() -> None:
    """So what failed above failed for the gaps, and for nothing else."""
    assert codes(filled_in({**FILLED_IN, **SOURCES}.items())) == set()
