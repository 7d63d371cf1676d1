"""The exam page: what its headings say, and where the questions of a task go."""

from __future__ import annotations

import pytest
from exam_notes.model import Domain, Exam, Task
from exam_notes.visible import plain

from tests.support.notes import own_docs, site_of

SOURCE = """# The exam: DVA-C03

Above.

## Domain 1: Development, with "quotes", 30% { #domain-1 }

### 1.1 Write code { #task-1-1 }

Text of 1.1.

### 1.2 Use `code`

## Domain 2: Security, 26 %

### 2.1 Sign in { #task-2-1 }

- A list

## What changed { #changed }

### 1.3 This is no task: its chapter is no domain, but it is below one

End.
"""


def exam_of(source: str) -> Exam:
    return site_of({"exam.md": source}).exam


def test_code_domains_weights_and_tasks_are_read_from_headings() -> None:
    exam = exam_of(SOURCE.partition("## What changed")[0])
    assert exam.code == "DVA-C03"
    assert exam.domains == (
        Domain(
            1,
            'Development, with "quotes"',
            30,
            "domain-1",
            (Task("1.1", "Write code", "task-1-1", ()), Task("1.2", "Use code", "12-use-code", ())),
        ),
        Domain(
            2, "Security", 26, "domain-2-security-26", (Task("2.1", "Sign in", "task-2-1", ()),)
        ),
    )
    assert [task.number for task in exam.tasks] == ["1.1", "1.2", "2.1"]


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("# SAA-C04 in short", "SAA-C04"),
        ("# From DVA-C02 to DVA-C03", "DVA-C02"),
        ("# The exam", ""),
        ("# dva-c03", ""),
        ("## DVA-C03", ""),
    ],
)
def test_the_code_stands_in_the_first_heading(heading: str, code: str) -> None:
    assert exam_of(heading + "\n").code == code


@pytest.mark.parametrize(
    "heading",
    [
        "## Domain 1: Development",
        "## 1: Development, 30%",
        "## Domain I: A, 30%",
        "### Domain 1: A, 3%",
    ],
)
def test_a_heading_in_another_form_is_no_domain(heading: str) -> None:
    assert exam_of(f"# DVA-C03\n\n{heading}\n\n### 1.1 Write\n").domains == ()


def test_without_an_exam_page_there_is_no_exam() -> None:
    assert site_of({"index.md": "# Home\n"}).exam == Exam("", ())


def test_the_questions_of_a_task_go_to_the_end_of_its_section() -> None:
    page = site_of({"exam.md": SOURCE}).pages[0]
    html = page.cut.fill(lambda slot: f"<p>[{slot.kind} {slot.key}]</p>")
    assert plain(html).replace("¶", "").split("\n") == [
        "The exam: DVA-C03",
        "Above.",
        'Domain 1: Development, with "quotes", 30%',
        "1.1 Write code",
        "Text of 1.1.",
        "[task 1.1]",
        "1.2 Use code",
        "[task 1.2]",
        "Domain 2: Security, 26 %",
        "2.1 Sign in",
        "A list",
        "[task 2.1]",
        "What changed",
        "1.3 This is no task: its chapter is no domain, but it is below one",
        "End.",
        "[task 1.3]",
    ]


def test_the_weights_of_this_site_make_up_the_whole_exam() -> None:
    exam = site_of({"exam.md": own_docs()["exam.md"]}).exam
    assert exam.code == "DVA-C03"
    assert [(domain.number, domain.weight, len(domain.tasks)) for domain in exam.domains] == [
        (1, 30, 3),
        (2, 26, 3),
        (3, 22, 3),
        (4, 22, 3),
    ]
