"""What of a pull request reaches the base's rules, and what its reviewers are told of it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ci import files, lay_over
from tests.support.builds import edit
from tests.support.notes import ROOT

PARTS = ("docs", "hooks", "overrides", "mkdocs.yml", "Makefile")


def checkout(folder: Path) -> Path:
    """Copy what counts of the project."""
    folder.mkdir()
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copyfile
        copy(ROOT / part, folder / part)
    (folder / "tests").mkdir()
    if (ROOT / lay_over.IDS).exists():
        shutil.copyfile(ROOT / lay_over.IDS, folder / lay_over.IDS)
    return folder


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return checkout(tmp_path / "base")


@pytest.fixture
def head(tmp_path: Path) -> Path:
    return checkout(tmp_path / "head")


def check(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the rules as the workflow does."""
    return subprocess.run(
        [sys.executable, "-m", "exam_notes", "check"],
        cwd=folder,
        env={"PYTHONPATH": "hooks", "PYTHONSAFEPATH": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_rules_of_a_pull_request_do_not_count(base: Path, head: Path) -> None:
    edit(head / "docs/services/x-ray.md", "[!failure]-", "[!failur]-")
    (head / "hooks/exam_notes/__main__.py").write_text("raise SystemExit(0)\n", "utf-8")
    (head / "docs/exam_notes.py").write_text("raise SystemExit(0)\n", "utf-8")
    (head / "docs/markdown.py").write_text("raise SystemExit(0)\n", "utf-8")
    edit(head / "mkdocs.yml", "  tables: {}\n", "  docs.markdown: {}\n")
    assert check(head).stdout == ""
    assert lay_over.main([str(head), str(base)]) == 0
    done = check(base)
    assert (done.returncode, done.stderr) == (1, "")
    assert "N003 unknown callout 'failur'" in done.stdout


def test_equal_notes_are_as_good_as_before(base: Path, head: Path) -> None:
    before = check(base).stdout
    lay_over.lay_over(head, base)
    assert check(base).stdout == before


def test_a_new_page_is_taken_with_its_place_in_the_navigation(base: Path, head: Path) -> None:
    text = (head / "docs/about.md").read_text("utf-8")
    (head / "docs/more.md").write_text(text.replace("# About", "# More", 1), "utf-8")
    edit(head / "mkdocs.yml", "  - About: about.md\n", "  - About: about.md\n  - More: more.md\n")
    edit(head / "mkdocs.yml", "hooks: [", "hooks: [docs/evil.py, ")
    before = check(base).stdout
    lay_over.lay_over(head, base)
    settings = (base / "mkdocs.yml").read_text("utf-8")
    assert check(base).stdout == before
    assert settings.count("\nnav:") == 1
    assert "more.md" in settings
    assert "evil" not in settings


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("about.md", '"https://b.invalid/"'),
        ("about.md", "../../../etc/passwd.md"),
        ("about.md", "&a [about.md]\n  - *a"),
        ("about.md", "[{a: [{a: [{a: [{a: [{a: about.md}]}]}]}]}]"),
        ("nav:", "nav: ["),
    ],
)
def test_a_navigation_that_is_more_than_names_is_refused(
    base: Path, head: Path, old: str, new: str, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(head / "mkdocs.yml", old, new)
    assert lay_over.main([str(head), str(base)]) == 1
    assert capsys.readouterr().err


def test_no_object_is_made_of_settings(base: Path, head: Path) -> None:
    made = head / "made"
    edit(head / "mkdocs.yml", "nav:", f"x: !!python/object/apply:os.mkdir ['{made}']\nnav:")
    lay_over.main([str(head), str(base)])
    assert not made.exists()


@pytest.mark.parametrize("name", ["docs/a.md", "docs/services/a.md", "docs/assets/a"])
def test_a_link_is_refused(
    base: Path, head: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (head / name).symlink_to("/etc/passwd" if name.endswith(".md") else "/etc")
    assert lay_over.main([str(head), str(base)]) == 1
    assert capsys.readouterr().err == f"{name} is a link, or no plain file\n"
    assert (base / "docs/about.md").is_file()


def test_nothing_new_is_said_in_one_sentence(base: Path, head: Path) -> None:
    edit(head / "docs/about.md", "# About", "# About us")
    assert files.report(base, head) == files.NOTHING


def test_new_hosts_are_named_so_that_nobody_takes_them_for_others(base: Path, head: Path) -> None:
    with (head / "docs/about.md").open("a", encoding="utf-8") as page:
        page.write(
            "[a](https://docs.aws.amazоn.com/x) <//b.invalid/> [c](HTTPS://User@C.invalid:8080/)"
            " [d](https://docs.aws.amazon.com/) `http://d.invalid`"
        )
    assert files.report(base, head) == (
        "### New hosts in docs/\n\n"
        "- b.invalid\n- d.invalid\n- docs.aws.amaz&#92;u043en.com\n- user&#64;c.invalid:8080\n"
    )


def test_new_kinds_of_files_and_links_are_named(base: Path, head: Path) -> None:
    for name in ("CNAME", "a.html", "b.md.exe", "c.`x`"):
        (head / "docs" / name).write_text("", "utf-8")
    (head / "docs/d.md").symlink_to("/proc/self/environ")
    said = files.report(base, head)
    kinds = said.partition("### New kinds of files in docs/\n\n")[2].partition("\n\n")[0]
    assert kinds.splitlines() == [
        "- .exe",
        "- .html",
        "- CNAME",
        "- c.&#96;x&#96;",
        "- link: d.md",
    ]


def test_whatever_runs_is_named_when_it_differs(base: Path, head: Path) -> None:
    edit(head / "Makefile", "PORT ?= 8000", "PORT ?= 8001")
    (head / "hooks/evil.py").write_text("", "utf-8")
    (head / "docs/assets/notes.js").unlink()
    (head / "overrides/main.html").chmod(0o755)
    assert files.report(base, head).splitlines() == [
        "### Changed scripts, settings and other files that are no notes",
        "",
        "- Makefile (changed)",
        "- docs/assets/notes.js (removed)",
        "- hooks/evil.py (added)",
        "- overrides/main.html (changed)",
    ]


def test_a_long_list_is_cut(base: Path, head: Path) -> None:
    for number in range(files.SHOWN + 7):
        (head / f"hooks/{number:03}.py").write_text("", "utf-8")
    assert files.report(base, head).splitlines()[-1] == "- and 7 more"
