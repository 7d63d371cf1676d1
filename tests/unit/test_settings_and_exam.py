"""Whatever happens to mkdocs.yml, the exam page or the list of ids: a sentence, no traceback."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

import pytest
from exam_notes.index.notes import Notes
from exam_notes.lint.settings_file import read_settings_file
from exam_notes.lint.sources_file import read_sources
from exam_notes.model import Problem
from exam_notes.reading.kinds.exam import DOMAIN, SKILL, TASK
from exam_notes.reading.settings import pages_in, read_settings, sections_in
from exam_notes.visible import plain
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from mkdocs.config.base import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from tests.support.casebook import BASE, Case, all_cases
from tests.support.damage import damaged
from tests.support.notes import ROOT, own_docs, problems, site_of

SETTINGS = (ROOT / "mkdocs.yml").read_text("utf-8")
# Two domains of four, which weigh all.
EXAM = own_docs()["exam.md"].partition("## Domain 3")[0].replace(", 26%", ", 70%")
PUBLISHED = "# Ids\n\ns3-two-writers\ns3-old -> s3-two-writers\ns3-older -> It was wrong.\n"
# Text that other programs, and people in a hurry, put into YAML.
SIGNS = ("\t", ": ", "- ", "[", "{", "'", '"', "&a ", "*a", "!!python/name:os ", "%", "@", "\x00")

some = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
)
few = settings(some, max_examples=25)


@st.composite
def damaged_settings(draw: st.DrawFn) -> str:
    text = draw(damaged(st.just(SETTINGS)))
    at = draw(st.integers(0, len(text)))
    return text[:at] + draw(st.sampled_from(["", *SIGNS])) + text[at:]


@some
@given(damaged_settings())
def test_settings_are_told_or_can_be_read(text: str) -> None:
    read = read_settings_file(text.encode(), ROOT)
    lines = len(text.splitlines())
    assert [fault for fault in read.faults if not 1 <= fault.line <= lines] == []
    if not read.faults:
        found = read_settings(text)
        assert found.navigation == frozenset(entry.page for entry in read.entries)


@few
@given(damaged_settings())
def test_settings_that_are_not_told_are_taken_by_mkdocs(text: str) -> None:
    if not read_settings_file(text.encode(), ROOT).faults:
        assert mkdocs_says(text) == ""


def mkdocs_says(text: str) -> str:
    """Return why MkDocs does not take settings, "" where it does."""
    file = ROOT / ".damaged-mkdocs.yml"
    file.write_text(text, "utf-8")
    try:
        load_config(str(file))
    except (Abort, ConfigurationError) as error:
        return str(error)
    finally:
        file.unlink()
    return ""


HARDLY = ("", "\n", "a", "- a", "a: [", "[" * 9_999, "- " * 9_999, "a: \x07", "a\t: b")


@pytest.mark.parametrize("text", HARDLY, ids=range(len(HARDLY)))
def test_settings_that_are_hardly_any_are_told(text: str) -> None:
    assert read_settings_file(text.encode(), ROOT).faults


@pytest.mark.parametrize("deep", ["[" * 150 + "]" * 150, "- " * 150 + "a"])
def test_lists_deep_inside_each_other_are_not_read(deep: str) -> None:
    """The reader in C ends the whole process where they are some thousands deep."""
    [fault] = read_sources("docs/sources.yml", deep).faults
    assert fault.fault == "begins lists that are more than 100 deep; write them flat"


@pytest.mark.parametrize("nav", [None, 3, "a.md", {"a": 3}, [None, 3, [["a.md"]], {"a": None}]])
def test_a_navigation_of_any_form_is_read(nav: object) -> None:
    sections_in(nav)
    assert pages_in(nav) is None or "" not in (pages_in(nav) or ())


@few
@given(damaged(st.just(EXAM)))
def test_each_line_of_the_exam_page_is_read_or_told(page: str) -> None:
    """A line that has the form of a domain, a task or a skill is read as one, or it is told.

    What stands below a heading that is not read is no part of the exam: the heading is told.
    """
    sources = {**BASE, "exam.md": page}
    told = {problem.line for problem in problems(sources) if problem.path == "docs/exam.md"}
    read = names_read(site_of(sources))
    assert [line for line, name in named(page) if name not in read and line not in told] == []
    skills = {name for _, name in named(page) if name.count(".") > 1}
    assert told or {skill.number for skill in site_of(sources).exam.skills} >= skills


def names_read(site: Notes) -> set[str]:
    """Return what the exam page's tree has: domains, tasks and skills."""
    outline = site.by_path["exam.md"].outline
    titles = [(heading.level, heading.title.text) for heading in outline.headings]
    domains = [DOMAIN.fullmatch(title) for level, title in titles if level == 2]
    tasks = [TASK.fullmatch(title) for level, title in titles if level == 3]
    found = {f"Domain {int(match[1])}" for match in domains if match}
    return found | {match[1] for match in tasks if match} | {s.number for s in outline.skills}


def test_the_exam_page_that_is_damaged_is_sound() -> None:
    """Else its lines would be told whatever happens to them."""
    found = problems({**BASE, "exam.md": EXAM})
    assert [problem for problem in found if problem.path == "docs/exam.md"] == []
    assert len(named(EXAM)) > 30


def named(page: str) -> list[tuple[int, str]]:
    """Return the lines that a person reads as a domain, a task or a skill, with what they name."""
    found = []
    for number, line in enumerate(page.splitlines(), start=1):
        text = re.sub(r"\{[^}]*\}\s*$|[*_`]", "", line).strip()
        heading, item = text.startswith("#"), line.startswith("- ")
        said = plain(text.lstrip("#- "))
        if heading and (match := DOMAIN.fullmatch(said)):
            found.append((number, f"Domain {int(match[1])}"))
        elif (heading and (match := TASK.fullmatch(said))) or (
            item and (match := SKILL.fullmatch(said))
        ):
            found.append((number, match[1]))
    return found


@some
@given(damaged(st.just(PUBLISHED)))
def test_any_list_of_published_ids_is_read(text: str) -> None:
    found = problems(BASE, published=text)
    lines = [p.line for p in found if p.path == "docs/published-ids.txt"]
    assert [line for line in lines if not 1 <= line <= len(text.splitlines())] == []


# The code, and the form of its advice: a whole line, or what to write for what.
FORMS = (
    ("N061", r"nav names '(?P<old>.*)', .*; did you mean '(?P<new>.*)'\?$"),
    ("N062", r"; write '(?P<line>#.*\}|- \*\*[\d.]+\*\* .*)'$"),
    ("N063", r"leads to '(?P<old>.*)', .*; did you mean '(?P<new>.*)'\?$"),
)


def followed(case: Case, problem: Problem) -> Case | None:
    """Return a case with the advice of a problem followed; None where there is a gap to fill."""
    form = next((form for code, form in FORMS if code == problem.code), "$^")
    advice = re.search(form, problem.message)
    if advice is None or re.search(r"\bN(?:%|\.N)", advice[0]):
        return None
    path = problem.path.removeprefix("docs/")
    lines = case.files[path].split("\n")
    found, old = advice.groupdict(), lines[problem.line - 1]
    lines[problem.line - 1] = found.get("line") or old.replace(found["old"], found["new"])
    return replace(case, files={**case.files, path: "\n".join(lines)})


def at(case: Case, problem: Problem) -> list[Problem]:
    return [p for p in case.problems if (p.path, p.line, p.code) == problem_key(problem)]


def problem_key(problem: Problem) -> tuple[str, int, str]:
    return problem.path, problem.line, problem.code


CASES = [case for case in all_cases() if case.code in dict(FORMS) and not case.passes]
ADVISED = [(c, p) for c in CASES for p in c.problems if followed(c, p)]


NAMES = [f"{case.name}-{problem.line}" for case, problem in ADVISED]


@pytest.mark.parametrize(("case", "problem"), ADVISED, ids=NAMES)
def test_a_suggestion_passes_when_it_is_followed(case: Case, problem: Problem) -> None:
    mended = followed(case, problem)
    assert mended is not None
    assert at(mended, problem) == []


def test_each_form_of_advice_is_followed_somewhere() -> None:
    assert {problem.code for _, problem in ADVISED} == codes(CASES) == {code for code, _ in FORMS}


def codes(cases: Collection[Case]) -> set[str]:
    return {case.code for case in cases}
