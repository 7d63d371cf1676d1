"""Every suggestion passes when it is followed: the message's own words put into the page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from exam_notes.commands.skeleton import with_term
from exam_notes.model import Problem

from tests.support.casebook import BASE, Case, all_cases

# What is written where the advice leaves a gap that an author has to fill.
DAY = ("YYYY-MM-DD", "2026-11-23")

# What is told next of a line that was no option, change note or question before: what it lacks.
NEXT = ("N006", "N009", "N012", "N016", "N017")

# The code, and what its message says: `line` is a whole line, `old` what stands in the line, `new`
# what to write there; `title` goes behind `form`.
FORMS: tuple[tuple[str, str], ...] = (
    ("N001", r"write '(?P<line>## .*)'$"),
    ("N002", r"id '(?P<old>.*)' (?:is|does|belongs).*; write '(?P<new>.*)'$"),
    ("N003", r"unknown callout '(?P<old>.*)'; did you mean '(?P<new>.*)'"),
    ("N007", r"write '(?P<line>> .*)'$"),
    (
        "N008",
        r"^'\[!\w+\]\S* (?P<title>.*?)' (?:is|has|begins|stands) .*'(?P<form>(?:> )+\[!\w+\]-?) ",
    ),
    ("N013", r"in '(?P<old>.*)'; write .*, as in '(?P<new>.*)'$"),
    ("N015", r"change note '(?P<old>[^']*)' .*; write '(?P<new>[^']*)'"),
    ("N019", r"; (?:write|begin the page with) '(?P<line># .*)', the"),
    ("N019", r"heading '(?P<old>.+)' is no term.*did you mean '(?P<new>.*)'"),
    ("N021", r"for '(?P<old>.*)'; write '(?P<new>[^']*)'"),
    ("N030", r"link '(?P<old>.*)' leads.*; did you mean '(?P<new>.*)'"),
    ("N035", r"; write '(?P<line>.*)'$"),
    ("N042", r"skill (?P<old>\S+); did you mean '(?P<new>.*)'"),
)
TERM = re.compile(r"add '## (?P<name>.*) \{ #(?P<id>[\w-]+) \}' to docs/terms.md")


def followed(case: Case, problem: Problem) -> dict[str, str] | None:
    """Return the files of a case with the advice of a problem followed; None where it has none."""
    path = problem.path.removeprefix("docs/")
    text = case.files.get(path) or BASE.get(path, "")
    if problem.code == "N019" and (term := TERM.search(problem.message)):
        terms = case.files.get("terms.md") or BASE["terms.md"]
        return {**case.files, "terms.md": with_term(terms, term["name"], term["id"])}
    for code, form in FORMS:
        advice = re.search(form, problem.message) if code == problem.code else None
        if advice and "…" not in advice[0]:
            lines = text.split("\n")
            old = lines[problem.line - 1]
            lines[problem.line - 1] = _mended(old, advice.groupdict()).replace(*DAY)
            # A title that is made up, or an address in another form, is not in the line.
            return (
                {**case.files, path: "\n".join(lines)} if lines[problem.line - 1] != old else None
            )
    return None


def _mended(line: str, advice: dict[str, str]) -> str:
    if "form" in advice:
        return f"{advice['form']} {advice['title']}"
    return advice["line"] if "line" in advice else line.replace(advice["old"], advice["new"])


def advised() -> list[tuple[Case, Problem]]:
    cases = [case for case in all_cases() if not case.passes]
    return [(c, p) for c in cases for p in c.problems if followed(c, p) is not None]


ADVISED = advised()
NAMES = [f"{case.name}-{problem.code}-{problem.line}" for case, problem in ADVISED]


@pytest.mark.parametrize(("case", "problem"), ADVISED, ids=NAMES)
def test_a_suggestion_passes_when_it_is_followed(case: Case, problem: Problem) -> None:
    """The problem is gone, and its line has none that it did not have."""
    before = at_line(case, problem)
    after = at_line(replace(case, files=followed(case, problem) or {}), problem)
    gone = Counter([problem.code])
    assert Counter(after) - (Counter(before) - gone) - Counter(NEXT) == Counter()


def at_line(case: Case, problem: Problem) -> list[str]:
    """Return the codes of what is told at a problem's line, but hints."""
    place = (problem.path, problem.line)
    return [p.code for p in case.problems if (p.path, p.line) == place and not p.hint]


@pytest.mark.parametrize("code", sorted({code for code, _ in FORMS}))
def test_each_form_of_advice_is_followed_somewhere(code: str) -> None:
    assert any(problem.code == code for _, problem in ADVISED)
