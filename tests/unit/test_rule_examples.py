"""The examples of every rule are run: the bad one breaks this rule and no other, the good none."""

from __future__ import annotations

import re

import pytest
from exam_notes.lint.docs_files import DocsFile
from exam_notes.lint.rule import Place, Rule
from exam_notes.lint.rules import RULES
from exam_notes.lint.settings_file import Entry, SettingsFile, read_settings_file
from exam_notes.model import Problem

from tests.support.notes import ROOT, problems
from tests.support.questions import OTHER_OPTIONS, SOURCES_OF_S3

PICTURE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" role="img">'
    b'<rect width="9" height="9"/></svg>'
)
PAGE = "# Amazon S3\n\nWhat to know about S3.\n\n"
EXAM = (
    "# The exam: DVA-C03\n\n## Domain 1: Development, 100% { #domain-1 }\n\n"
    "### 1.1 Write code { #task-1-1 }\n\n### 1.3 Use data stores { #task-1-3 }\n\n"
    "- **1.3.4** Choose keys.\n"
)
S3 = "## Amazon S3 { #s3 }\n\nStore for objects.\n\n"
CONDITIONAL = "## Conditional write { #conditional-write }\n\nA write that may fail.\n\n"
STEM = "Clients need a lock for concurrent writers. Which one is it?\n\n"
QUESTION = "## Two writers, one key { #s3-two-writers }\n\n"
PUBLISHED = "## A lost update { #s3-concurrent-writes }\n\nWhich one prevents it?\n\n"


def section(text: str, number: int) -> str:
    """Return a question of an example with what it leaves out."""
    stem = "" if "?" in text else f"Which one is number {number}?\n\n"
    rest = "" if "> [!" in text else OTHER_OPTIONS.format(number) + SOURCES_OF_S3
    return f"{text.rstrip()}\n\n{stem}{rest}"


def sections(text: str) -> str:
    """Return questions, or a page of them, completed; what stands above them stays as it is."""
    above, *parts = re.split(r"^(?=## )", text, flags=re.MULTILINE)
    return above + "\n".join(section(part, number) for number, part in enumerate(parts))


def whole_page(example: str, *, asked: bool) -> str:
    """Return a page of its own, or text below a title; `asked` where it shall have a question."""
    page = example if "# " in example else PAGE + example
    rest = "" if "\n## " in page or not asked else f"\n\n{QUESTION}{STEM}"
    return sections(page + rest)


def service_page(rule: Rule, example: str) -> str:
    """Return the page of S3 with an example laid into it."""
    place = rule.place
    question = PAGE + QUESTION + STEM
    reason = "> [!failure]- A thing apart\n>\n" + re.sub(r"(?m)^", "> ", example)
    pages = {
        Place.PAGE: whole_page(example, asked=rule.code != "N054"),
        Place.QUESTIONS: PAGE + sections(example),
        Place.OPTIONS: question + f"{example}\n\n" + SOURCES_OF_S3,
        Place.OPTION: question + f"{example}\n\n" + OTHER_OPTIONS.format(1) + SOURCES_OF_S3,
        Place.REASON: question + f"{reason}\n\n" + OTHER_OPTIONS.format(1) + SOURCES_OF_S3,
        Place.SOURCES: question + OTHER_OPTIONS.format(1) + example,
        Place.PUBLISHED: PAGE + sections(QUESTION + PUBLISHED),
    }
    return pages.get(place, PAGE + sections(QUESTION + STEM))


def terms_page(place: Place, example: str) -> str:
    """Return the terms, with an example at its alphabetical place."""
    if place is not Place.TERMS:
        return f"# Index of terms\n\n{CONDITIONAL}{S3}"
    later = example > "## S"
    return "# Index of terms\n\n" + (f"{S3}{example}\n" if later else f"{example}\n\n{S3}")


def exam_page(place: Place, example: str) -> str:
    """Return the exam page, with an example in the place of its domain."""
    domain = next(line for line in EXAM.split("\n") if line.startswith("## "))
    return EXAM.replace(domain, example) if place is Place.EXAM else EXAM


def settings_with(place: Place, example: str) -> SettingsFile | None:
    """Return mkdocs.yml of this site with an example in its place; None where it matters not."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    if place is Place.SETTINGS:
        name = example.partition(":")[0]
        faults = read_settings_file(re.sub(rf"{name}:.*", example, text).encode(), ROOT).faults
        return SettingsFile(faults, ())
    entries = re.findall(r"- (\S+)", example) if place is Place.NAVIGATION else []
    named = [Entry(page, line) for line, page in enumerate(entries, start=1)]
    shown = [entry for entry in named if "s3" in entry.page]  # the others are not there
    return SettingsFile((), tuple(shown)) if shown else None


def found(rule: Rule, example: str) -> list[Problem]:
    """Return the problems of an example, with hints where the rule itself is one."""
    place = rule.place
    pages = {
        "services/s3.md": service_page(rule, example),
        "terms.md": terms_page(place, example),
        "exam.md": exam_page(place, example),
    }
    published = example if place is Place.PUBLISHED else ""
    cited = example if place is Place.CITED else ""
    lines = re.findall(r"- (\S+)", example)
    navigation = {*lines, "terms.md", "exam.md"} if place is Place.NAVIGATION else None
    settings = settings_with(place, example)
    files = [DocsFile(example, False, PICTURE)] if place is Place.FILES else []
    if place is Place.PAGES:
        pages = {"index.md": "# Home\n", **pages}
        pages = {path: pages[path] for path in example.split()}
    known = [*pages] if place is Place.PAGES else None
    all_found = problems(pages, published, navigation, files, cited, settings, known)
    return [p for p in all_found if p.code == rule.code or not (p.hint or rule.hint)]


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_the_bad_example_breaks_this_rule_and_no_other(rule: Rule) -> None:
    assert {problem.code for problem in found(rule, rule.bad)} == {rule.code}


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_the_good_example_breaks_none(rule: Rule) -> None:
    assert list(map(str, found(rule, rule.good))) == []


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_a_rule_is_where_its_code_says(rule: Rule) -> None:
    assert rule.check.__module__.rpartition(".")[2].startswith(f"{rule.code.lower()}_")
