"""`make question`: where it writes, what it keeps, and what it says."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from exam_notes.commands.cli import main
from exam_notes.commands.navigation import with_page
from exam_notes.commands.skeleton import with_question
from exam_notes.commands.skeleton_error import SkeletonError

PAGE = "# Amazon S3\n\nWhat to know.\n\n## One { #s3-one }\n\nWhich?\n"
FIGURES = "> [!abstract]- Worth remembering\n>\n> Two.\n"
NAV = (
    "nav:\n  - Services:\n      - Compute:\n          - services/lambda.md\n"
    "      - Storage:\n          - services/ebs.md\n          - services/s3.md\n"
    "  - About: about.md\n"
)
CONFIG = (
    "site_name: Notes\n"
    "theme: { name: material, custom_dir: overrides }\n"
    "plugins: { search: {} }\n"
    "hooks: [hooks/hook.py, hooks/publish.py]\n"
    "markdown_extensions:\n  attr_list: {}\n  pymdownx.quotes: { callouts: true }\n"
    "  pymdownx.superfences: {}\n  sane_lists: {}\n"
)
PASTE = "### Which key is rotated by AWS?\n\n- [ ] The customer key\n- [x] The AWS key\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a small project, whose files have other line ends and a mark at their head."""
    (tmp_path / "docs/services").mkdir(parents=True)
    written = {
        "mkdocs.yml": NAV + CONFIG,
        "docs/terms.md": "# Terms\n\n## Amazon S3 { #s3 }\n\nStore.\n",
        "docs/exam.md": "# The exam: DVA-C03\n",
        "docs/services/s3.md": PAGE + "\n" + FIGURES,
    }
    for path, text in written.items():
        (tmp_path / path).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    for path in ("overrides/main.html", "hooks/hook.py", "hooks/publish.py"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).touch()
    (tmp_path / "paste.txt").write_text(PASTE, "utf-8")
    return tmp_path


def run(root: Path, *arguments: str) -> int:
    return main(["--root", str(root), "question", *arguments])


def read(root: Path, path: str) -> str:
    """Return a file's text; it has the line ends and the mark that it had."""
    content = (root / path).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n") > 0
    return content.decode("utf-8-sig").replace("\r\n", "\n")


def test_a_question_stands_above_what_is_worth_remembering(root: Path) -> None:
    assert run(root, "s3", "Two") == 0
    page = read(root, "docs/services/s3.md")
    assert page.startswith(PAGE + "\n## Two { #s3-two }\n")
    assert page.endswith("docs.aws.amazon.com/TODO)\n\n" + FIGURES)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("# S3\n", "# S3\n\nQ\n"),
        ("# S3\n\n" + FIGURES, "# S3\n\nQ\n\n" + FIGURES),
        (FIGURES + "\n## One\n", FIGURES + "\n## One\n\nQ\n"),
        ("# S3\n\n```\n> [!abstract]- X\n```\n", "# S3\n\n```\n> [!abstract]- X\n```\n\nQ\n"),
    ],
)
def test_a_question_stands_behind_the_last_one(page: str, expected: str) -> None:
    assert with_question(page, "Q\n") == expected


def test_a_paste_becomes_a_question(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "s3", "--from", str(root / "paste.txt")) == 0
    page = read(root, "docs/services/s3.md")
    assert page.index("> [!success]- The AWS key") < page.index("> [!failure]- The customer key")
    assert page.endswith(FIGURES)
    assert "Read: 1." in capsys.readouterr().out


def test_a_paste_comes_from_standard_input(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PASTE.encode())))
    assert run(root, "s3", "A key", "--from", "-") == 0
    assert "## A key { #s3-a-key }" in read(root, "docs/services/s3.md")


def test_the_same_paste_twice_has_two_ids(root: Path) -> None:
    for _ in range(2):
        run(root, "s3", "--from", str(root / "paste.txt"))
    page = read(root, "docs/services/s3.md")
    assert page.count("{ #s3-which-key-is-rotated-by-aws }") == 1
    assert page.count("{ #s3-which-key-is-rotated-by-aws-2 }") == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"Only text.\n", "No question was found in"),
        (b"\xff\xfe", "is not UTF-8"),
        (None, "cannot be read"),
    ],
)
def test_what_cannot_be_used_changes_nothing(
    root: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, message: str
) -> None:
    if content is not None:
        (root / "other.txt").write_bytes(content)
    before = {file: file.read_bytes() for file in root.rglob("*") if file.is_file()}
    assert run(root, "s3", "--from", str(root / "other.txt")) == 1
    assert message in capsys.readouterr().out
    assert {file: file.read_bytes() for file in root.rglob("*") if file.is_file()} == before


def test_a_new_service_gets_page_term_and_place(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root, "sqs", "A", "--name", "Amazon SQS", "--group", "compute") == 0
    assert "          - services/lambda.md\n          - services/sqs.md\n" in read(
        root, "mkdocs.yml"
    )
    assert "## Amazon SQS { #sqs }" in read(root, "docs/terms.md")
    page = (root / "docs/services/sqs.md").read_text("utf-8")
    assert page.index("## A {") < page.index("> [!abstract]- Worth remembering")
    assert "under 'Compute'" in capsys.readouterr().out


def test_without_a_group_a_page_goes_to_other() -> None:
    assert "      - Other:\n          - services/sqs.md\n  - About" in with_page(NAV, "sqs")
    again = with_page(with_page(NAV, "sqs"), "kms")
    assert again.count("Other:") == 1
    assert again.index("services/kms.md") < again.index("services/sqs.md")


def test_a_group_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(SkeletonError, match="no group 'Storge'; write one of 'Compute', 'Storage'"):
        with_page(NAV, "sqs", "Storge")
