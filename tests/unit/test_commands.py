"""The commands a contributor runs: `check`, its formats, `--fix`, and `question`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from exam_notes.commands.cli import main
from exam_notes.commands.navigation import with_page
from exam_notes.commands.skeleton import with_term
from exam_notes.lint.report import as_annotations
from exam_notes.model import Problem

from tests.support.builds import copy_project, edit

S3 = "docs/services/s3.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    copy_project(tmp_path)
    return tmp_path


def run(root: Path, *arguments: str) -> int:
    return main(["--root", str(root), *arguments])


def test_notes_without_a_problem_pass(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "check") == 0
    assert capsys.readouterr().out == "0 problems\n"


def test_a_problem_is_named_by_file_and_line(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = edit(root / S3, "[!failure]-", "[!failur]-")
    assert run(root, "check") == 1
    assert capsys.readouterr().out == (
        f"{S3}:{line}: N003 unknown callout 'failur'; did you mean 'failure'?\n"
        'More: make explain RULE="N003"\n1 problem\n'
    )


def test_github_gets_annotations(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = edit(root / S3, "[!failure]-", "[!failur]-")
    assert run(root, "check", "--format", "github") == 1
    assert capsys.readouterr().out == (
        f"::error file={S3},line={line},title=N003::unknown callout 'failur'; "
        "did you mean 'failure'? (docs/rules.md#n003)\n"
    )


def test_an_annotation_is_one_line_whatever_is_in_it(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(root / S3, "## What concurrent clients", "## 100% what concurrent clients")
    edit(root / S3, "{ #s3-concurrent-writes }", "")
    run(root, "check", "--format", "github")
    lines = capsys.readouterr().out.splitlines()
    assert all(line.startswith("::") for line in lines)
    assert any("100%25 what" in line for line in lines)


def test_programs_get_json(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = edit(root / S3, "[!failure]-", "[!failur]-")
    assert run(root, "check", "--format", "json") == 1
    assert json.loads(capsys.readouterr().out) == [
        {
            "path": S3,
            "line": line,
            "code": "N003",
            "message": "unknown callout 'failur'; did you mean 'failure'?",
            "hint": False,
        }
    ]


@pytest.mark.parametrize(
    ("path", "code"),
    [(S3, 1), ("docs/services", 1), ("docs/services/rds.md", 0), ("docs/about.md", 0)],
)
def test_paths_narrow_what_is_shown(root: Path, path: str, code: int) -> None:
    edit(root / S3, "[!failure]-", "[!failur]-")
    assert run(root, "check", str(root / path)) == code


def test_a_hint_does_not_fail(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(root / "docs/published-ids.txt", "s3-kms-keys\n", "")
    assert run(root, "check") == 0
    assert "N024 's3-kms-keys' is new" in capsys.readouterr().out


def test_fix_mends_the_page_and_says_so(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (root / S3).read_text("utf-8")
    edit(root / S3, "\n\n> [!success]- ", "\n> [!success]- ")
    assert run(root, "check", "--fix") == 0
    assert (root / S3).read_text("utf-8") == before
    assert capsys.readouterr().err == f"mended {S3}\n"


def test_outside_the_project_there_is_a_message(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "check") == 1
    assert capsys.readouterr().out.startswith("There is no mkdocs.yml in")


def test_a_skeleton_fails_until_it_is_filled_in(root: Path) -> None:
    assert run(root, "question", "s3", "Who may read") == 0
    assert "## Who may read { #s3-who-may-read }" in (root / S3).read_text("utf-8")
    assert run(root, "check") == 1


def test_a_new_service_gets_its_page_its_term_and_its_place(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root, "question", "msk", "Seen twice", "--name", "Amazon MSK") == 0
    assert capsys.readouterr().out.startswith(
        "Wrote docs/terms.md, mkdocs.yml, docs/services/msk.md"
    )
    run(root, "check", "--format", "json")
    codes = {problem["code"] for problem in json.loads(capsys.readouterr().out)}
    assert codes == {"N013", "N014", "N024", "N033", "N038"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("S3!", "A"), "SERVICE 'S3!' is no file name"),
        (("s3", ""), "TITLE '' is empty or taken"),
        (("s3", "Kms keys"), "TITLE 'Kms keys' is empty or taken"),
        (("msk", "A"), "There is no page for 'msk'"),
    ],
)
def test_a_question_that_cannot_be_made_changes_nothing(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, str], message: str
) -> None:
    before = {file: file.read_bytes() for file in root.rglob("*") if file.is_file()}
    assert run(root, "question", *arguments) == 1
    assert capsys.readouterr().out.startswith(message)
    assert {file: file.read_bytes() for file in root.rglob("*") if file.is_file()} == before


def test_a_term_takes_its_alphabetical_place_once() -> None:
    terms = "# Terms\n\n## Amazon EBS { #ebs }\n\nA.\n\n## AWS X-Ray { #x-ray }\n\nB.\n"
    added = with_term(terms, "Amazon SQS", "sqs")
    assert [line for line in added.split("\n") if line.startswith("## ")] == [
        "## Amazon EBS { #ebs }",
        "## Amazon SQS { #sqs }",
        "## AWS X-Ray { #x-ray }",
    ]
    assert with_term(added, "Amazon SQS", "sqs") == added


@pytest.mark.parametrize("slug", ["a", "m", "z"])
def test_a_page_takes_its_place_in_the_navigation(slug: str) -> None:
    pages = "      - services/ebs.md\n      - services/s3.md\n"
    nav = f"nav:\n  - Services:\n{pages}  - About: about.md\n"
    lines = with_page(nav, slug).split("\n")
    assert lines[2:5] == sorted(lines[2:5])
    assert f"      - services/{slug}.md" in lines[2:5]


def test_an_annotation_cannot_be_forged_by_a_name() -> None:
    """A property of a workflow command ends at a comma, all of them at two colons."""
    problem = Problem("docs/a,line=1::b\n.md", 2, "N001", "no, this: is\nfine")
    assert as_annotations([problem]) == (
        "::error file=docs/a%2Cline=1%3A%3Ab%0A.md,line=2,title=N001::no, this: is%0Afine"
        " (docs/rules.md#n001)"
    )
