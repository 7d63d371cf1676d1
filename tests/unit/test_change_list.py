"""The list of all change notes."""

from __future__ import annotations

import pytest
from exam_notes.views.changes import changes_by_year

from tests.support.notes import site_of
from tests.support.questions import question


def listed(*labels: str) -> list[tuple[str, list[str]]]:
    """Return year and labels as listed, of one question with these change notes."""
    notes = "".join(f"> [!warning] {label}\n>\n> Now so.\n\n" for label in labels)
    site = site_of({"services/s3.md": "# Amazon S3\n\n" + question() + notes})
    groups = changes_by_year(site.questions.values())
    return [(year, [entry.change.label for entry in entries]) for year, entries in groups]


@pytest.mark.parametrize(
    ("labels", "groups"),
    [
        ([], []),
        (
            [
                "Changed 2020-12-01",
                "Changed 2024-08-20",
                "Changed 2020-12-09",
                "Changed 2020-02-01",
            ],
            [
                ("2024", ["Changed 2024-08-20"]),
                ("2020", ["Changed 2020-12-09", "Changed 2020-12-01", "Changed 2020-02-01"]),
            ],
        ),
        (
            ["Changed 2021", "Changed 2021-04", "Changed 2021-05", "Changed 2021-04-30"],
            [
                (
                    "2021",
                    ["Changed 2021-05", "Changed 2021-04-30", "Changed 2021-04", "Changed 2021"],
                )
            ],
        ),
        (
            ["Changed", "Never right", "Changed by 2024-07-29", "Changed"],
            [
                ("2024", ["Changed by 2024-07-29"]),
                ("Date not known", ["Changed", "Changed"]),
                ("Never right", ["Never right"]),
            ],
        ),
        (["Soon", "Changed 2020"], [("2020", ["Changed 2020"]), ("Soon", ["Soon"])]),
    ],
)
def test_newest_first_by_year_and_undated_last(
    labels: list[str], groups: list[tuple[str, list[str]]]
) -> None:
    """A month without a day stands after its days; a title in no known form is not lost."""
    assert listed(*labels) == groups
    assert listed(*reversed(labels)) == groups


def test_notes_of_one_day_stand_by_the_title_of_their_question() -> None:
    change = "Why.\n\n> [!warning] Changed 2020-12-01\n>\n> Now so."
    titles = ["Part 10", "part 9", "Amazon Part 1"]
    page = "".join(question(f"s3-{n}", t, reason=change) for n, t in enumerate(titles))
    questions = site_of({"services/s3.md": "# Amazon S3\n\n" + page}).questions.values()
    ((year, entries),) = changes_by_year(questions)
    assert year == "2020"
    assert [(entry.question.title.text, entry.change.anchor) for entry in entries] == [
        ("Amazon Part 1", "s3-2--yes--changed-2020-12-01"),
        ("part 9", "s3-1--yes--changed-2020-12-01"),
        ("Part 10", "s3-0--yes--changed-2020-12-01"),
    ]
