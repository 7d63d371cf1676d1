"""The page "Take them with you", and what a build without the packages says."""

from __future__ import annotations

import re
from pathlib import Path

from tests.support.builds import copy_project, run_build

LINK = re.compile(
    r'<li><a href="\.\./(downloads/[^"]+)" download>[^<]+</a>\s*<span class="label">(.*?)</span>'
)
TAG = re.compile("<[^>]*>")


def listed(site: Path) -> dict[str, str]:
    """Return what is offered: the words beside each link, by its address from the site's root."""
    found = LINK.findall((site / "take/index.html").read_text("utf-8"))
    return {address: TAG.sub("", words) for address, words in found}


def size(file: Path) -> str:
    count = file.stat().st_size
    return f"{round(count / 1000)} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"


def test_every_file_is_listed_with_its_size_and_date(site: Path) -> None:
    files = sorted((site / "downloads").iterdir())
    assert {file.suffix for file in files} >= {".apkg", ".epub", ".csv", ".txt"}
    assert {name: text.partition(",")[0] for name, text in listed(site).items()} == {
        file.relative_to(site).as_posix(): size(file) for file in files
    }
    assert {re.sub(r".*, ", "", text) for text in listed(site).values()} == {"2026-11-26"}


def test_home_and_practice_lead_there(site: Path) -> None:
    for page in ("index.html", "practice/index.html"):
        html = (site / page).read_text("utf-8")
        article = html[html.index("<article") : html.index("</article>")]
        assert re.search(r'href="(?:\.\./)?take/"', article), page


def test_two_builds_make_the_same_files(site: Path, tmp_path: Path) -> None:
    done = run_build(tmp_path / "site", "--strict")
    assert done.returncode == 0, done.stderr
    for file in (site / "downloads").iterdir():
        assert (tmp_path / "site/downloads" / file.name).read_bytes() == file.read_bytes()


# What a machine without the two packages would do, in the process of the build itself.
WITHOUT = """
from importlib.machinery import PathFinder
found = PathFinder.find_spec
hidden = ("genanki", "ebooklib", "lxml")
PathFinder.find_spec = classmethod(
    lambda cls, name, *rest: None if name.partition(".")[0] in hidden else found(name, *rest)
)
"""


def test_without_the_packages_the_build_says_so_and_goes_on(tmp_path: Path) -> None:
    config = copy_project(tmp_path / "project")
    (tmp_path / "without").mkdir()
    (tmp_path / "without/sitecustomize.py").write_text(WITHOUT, "utf-8")
    done = run_build(
        tmp_path / "site", "--strict", config=config, PYTHONPATH=str(tmp_path / "without")
    )
    assert done.returncode == 0, done.stderr
    said = [line for line in done.stderr.splitlines() if "is left out" in line]
    assert [re.sub(r"^INFO +- +", "", line) for line in said] == [
        "Book for e-readers (EPUB) is left out: the package ebooklib is not installed",
        "Deck for Anki is left out: the package genanki is not installed",
    ]
    assert {*listed(tmp_path / "site")} == {
        "downloads/aws-exam-notes.csv",
        "downloads/aws-exam-notes-anki-update.txt",
    }
