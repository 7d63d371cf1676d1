"""The template of a question: one copy, which three pages show, and which passes no check."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from exam_notes.commands.cli import main
from exam_notes.commands.skeleton import QUESTION

from tests.support.builds import copy_project
from tests.support.notes import ROOT

Check = Callable[[str], set[str]]

TITLE, ID, EXAM = "A neutral title", "s3-a-permanent-id", "DVA-C03"
TEMPLATE = QUESTION.format(title=TITLE, id=ID, exam=EXAM)
SHOWN_IN = ("README.md", "CONTRIBUTING.md", "docs/contributing.md")
FILLED_IN = {  # the texts that the template asks for; the gaps of its last title are left
    "TODO: the stem, a case in your own words that ends with a question.": "Which one is it?",
    "TODO: an option that is wrong": "A lock on the key",
    "TODO: why it does not fit here, and where it would be right.": "S3 has no such lock.",
    "TODO: the option that is right": "A versioned bucket",
    "TODO: why it is right.": "It keeps both writes.",
    "TODO: title of the page": "Versioning",
    "amazon.com/TODO": "amazon.com/AmazonS3/latest/userguide/Welcome.html",
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


@pytest.fixture
def check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Check:
    """Return what runs `check` on this project with one question more: the first of S3.

    It returns the codes of the problems; hints are none.
    """
    copy_project(tmp_path)
    page = tmp_path / "docs/services/s3.md"
    above, heading, others = page.read_text("utf-8").partition("\n## ")

    def codes(question: str) -> set[str]:
        page.write_text(f"{above}{question}{heading}{others}", "utf-8")
        main(["--root", str(tmp_path), "check", "--format", "json"])
        found = json.loads(capsys.readouterr().out)
        return {problem["code"] for problem in found if not problem["hint"]}

    return codes


@pytest.mark.parametrize("file", SHOWN_IN)
def test_a_page_shows_the_template_that_make_question_writes(file: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    assert [shown for shown in fenced(text) if ID in shown] == [TEMPLATE.lstrip()]


def test_our_own_page_has_no_problem_before(check: Check) -> None:
    assert check("") == set()


def test_the_template_as_it_stands_passes_no_check(check: Check) -> None:
    assert {"N013", "N014", "N038"} <= check(TEMPLATE)


def test_with_its_texts_filled_in_it_still_lacks_day_and_task(check: Check) -> None:
    """Nothing in it may be true by accident: day and task are the author's to write."""
    assert check(filled_in(FILLED_IN.items())) == {"N013", "N014", "N038"}


@pytest.mark.parametrize(("gap", "code"), [("checked TODO", "N013"), (f"{EXAM} TODO", "N014")])
def test_day_and_task_are_each_missed(check: Check, gap: str, code: str) -> None:
    rest = {**FILLED_IN, **{k: v for k, v in SOURCES.items() if k != gap}}
    assert check(filled_in(rest.items())) == {code, "N038"}


def test_with_nothing_left_to_fill_in_it_passes(check: Check) -> None:
    """So what failed above failed for the gaps, and for nothing else."""
    assert check(filled_in({**FILLED_IN, **SOURCES}.items())) == set()
