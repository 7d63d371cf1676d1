"""The home page counts questions, tells tasks without any, groups services as `nav` does."""

from __future__ import annotations

from exam_notes.index.notes import Notes
from exam_notes.reading.settings import Section, sections_in
from exam_notes.views.domains import domains

from tests.support.notes import site_of
from tests.support.questions import question

EXAM = (
    "# Exam DVA-C03\n\n## Domain 1: Code, 60%\n\n### 1.1 Write\n\n### 1.2 Read\n\n"
    "## Domain 2: Guard, 40%\n\n### 2.1 Lock\n"
)
SOURCES = "> [!quote]- Sources, checked 2026-11-01, DVA-C03 {}\n>\n> - [t](https://h/)\n\n"
PAGES = {
    "exam.md": EXAM,
    "services/s3.md": "# Amazon S3\n\n"
    + question("s3-a", title="A")
    + SOURCES.format("1.2")
    + question("s3-b", title="B")
    + SOURCES.format("1.2"),
    "services/ebs.md": "# Amazon EBS\n",
    "services/sqs.md": "# Amazon SQS\n",
}
NAV = [
    {"Home": "index.md"},
    {
        "Services": [
            "services/sqs.md",
            {"Storage": ["services/s3.md", {"Disks": "services/ebs.md"}]},
            {"Empty": []},
        ]
    },
    "about.md",
]


def test_each_domain_has_its_questions_and_its_tasks_without_any() -> None:
    found = domains(site_of(PAGES), "")
    told = [
        (each.domain.weight, [q.id for q in each.questions], [task.number for task in each.missing])
        for each in found["domains"]
    ]
    assert told == [(60, ["s3-a", "s3-b"], ["1.1"]), (40, [], ["2.1"])]
    assert found["tasks"] == 3
    assert [task.number for task in found["missing"]] == ["1.1", "2.1"]


def test_sections_are_the_headings_of_the_navigation() -> None:
    assert sections_in(NAV) == (
        Section("", ("index.md", "about.md")),
        Section("Services", ("services/sqs.md",)),
        Section("Storage", ("services/s3.md", "services/ebs.md")),
    )
    assert sections_in(None) == ()


def test_services_are_grouped_as_the_navigation_groups_them() -> None:
    notes = Notes.of(site_of(PAGES).pages, sections_in(NAV))
    assert [(title, [s.slug for s in services]) for title, services in notes.groups] == [
        ("Services", ["sqs"]),
        ("Storage", ["ebs", "s3"]),
    ]


def test_a_service_without_a_group_comes_last() -> None:
    notes = Notes.of(site_of(PAGES).pages, (Section("Storage", ("services/s3.md",)),))
    assert [(title, [s.slug for s in services]) for title, services in notes.groups] == [
        ("Storage", ["s3"]),
        ("", ["ebs", "sqs"]),
    ]
