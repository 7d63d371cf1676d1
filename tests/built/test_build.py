"""The site as it is built: what is on its pages, beside them, and what must not be."""

from __future__ import annotations

import filecmp
import json
import re
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from tests.support.builds import build, copy_project, edit, run_build
from tests.support.notes import ROOT, own_docs

# What the owner's raw notes asked, under the ids of today.
RAW = {
    "cloudwatch-detailed-monitoring-cli",
    "cloudwatch-metric-every-10-seconds",
    "codedeploy-archived-revisions",
    "cognito-api-authorizer",
    "cognito-app-sign-in",
    "ebs-encryption-rules",
    "ec2-auto-scaling-zone-loss",
    "elasticache-cache-for-rds",
    "elasticache-session-state",
    "rds-monthly-backups",
    "s3-concurrent-writes",
    "s3-kms-keys",
    "x-ray-failing-requests",
}


@pytest.fixture(scope="module")
def notes(site: Path) -> dict[str, Any]:
    return json.loads((site / "notes.json").read_text("utf-8"))  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def search_docs(site: Path) -> list[dict[str, str]]:
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    return index["docs"]  # type: ignore[no-any-return]


def test_all_questions_and_options_of_the_raw_notes_are_published(notes: dict[str, Any]) -> None:
    options = [option for question in notes["questions"] for option in question["options"]]
    written = "".join(text for path, text in own_docs().items() if path.startswith("services/"))
    assert len(notes["questions"]) == written.count("\n## ") >= 80
    assert len(options) == len(re.findall(r"^> \[!(?:success|failure)\]- ", written, re.MULTILINE))
    assert {question["id"] for question in notes["questions"]} >= RAW


def test_every_question_is_in_the_search_under_its_own_address(
    notes: dict[str, Any], search_docs: list[dict[str, str]]
) -> None:
    titles = {doc["location"]: doc["title"] for doc in search_docs}
    assert {q["url"]: titles.get(q["url"]) for q in notes["questions"]} == {
        q["url"]: q["title"]["text"] for q in notes["questions"]
    }


def test_every_question_is_in_the_index_of_terms(notes: dict[str, Any]) -> None:
    indexed = {place["question"] for term in notes["terms"] for place in term["places"]}
    assert indexed == {question["id"] for question in notes["questions"]}


def test_answers_can_be_found_but_verdicts_and_backlinks_cannot(
    notes: dict[str, Any], search_docs: list[dict[str, str]]
) -> None:
    text_at = {doc["location"]: doc["text"] for doc in search_docs}
    for question in notes["questions"]:
        text = text_at[question["url"]]
        assert question["options"][0]["reason"]["text"][:30] in _plain(text)
        assert not _words(text) & {"Incorrect", "Referenced", "Previous"}


def test_places_of_terms_are_in_the_search(search_docs: list[dict[str, str]]) -> None:
    text = next(d["text"] for d in search_docs if d["location"] == "terms/#elasticache")
    assert "A cache in front of RDS" in text


def test_what_is_for_contributors_is_not_in_the_search(search_docs: list[dict[str, str]]) -> None:
    """The examples of its rules would be found instead of notes."""
    assert [d["location"] for d in search_docs if d["location"].startswith("contributing")] == []


def test_the_contents_of_the_index_are_its_letters(site: Path) -> None:
    """Terms are in it where a reader looks for them: a hundred would fill a phone's drawer."""
    html = (site / "terms/index.html").read_text("utf-8")
    contents = re.findall(r'<a href="#([^"]+)" class="md-nav__link"', html)
    assert contents
    assert {anchor.rpartition("-")[0] for anchor in contents} == {"letter"}


def test_every_published_file_is_listed_with_its_hash(site: Path) -> None:
    published = [f for f in site.rglob("*") if f.is_file() and f.name != "SHA256SUMS"]
    names = {file.relative_to(site).as_posix(): file for file in published}
    assert (site / "SHA256SUMS").read_text("utf-8").splitlines() == [
        f"{sha256(names[name].read_bytes()).hexdigest()}  {name}" for name in sorted(names)
    ]


def test_licences_are_in_the_site_and_in_the_zip(site: Path, offline_copy: Path) -> None:
    """Ours, and word for word those of what comes with the pages."""
    theme = metadata.files("mkdocs-material") or []
    [licence] = [file for file in theme if file.match("*.dist-info/licenses/LICENSE")]
    wanted = {
        "LICENSE.txt": (ROOT / "LICENSE").read_text("utf-8"),
        "assets/vendor/mkdocs-material.LICENSE.txt": licence.read_text("utf-8"),
        "assets/vendor/iframe-worker.LICENSE.txt": (
            ROOT / "docs/assets/vendor/iframe-worker.LICENSE.txt"
        ).read_text("utf-8"),
    }
    for folder in (site, offline_copy):
        assert {name: (folder / name).read_text("utf-8") for name in wanted} == wanted


def test_two_builds_of_one_commit_are_identical(tmp_path: Path) -> None:
    one, two = build(tmp_path / "one"), build(tmp_path / "two")
    names = sorted(p.relative_to(one).as_posix() for p in one.rglob("*") if p.is_file())
    assert names == sorted(p.relative_to(two).as_posix() for p in two.rglob("*") if p.is_file())
    assert filecmp.cmpfiles(one, two, names, shallow=False)[1:] == ([], [])


def test_without_the_hook_every_page_builds_and_every_answer_folds(tmp_path: Path) -> None:
    config = copy_project(tmp_path)
    edit(config, "hooks: [hooks/hook.py, hooks/publish.py]", "hooks: []")
    done = run_build(tmp_path / "site", config=config)
    assert done.returncode == 0, done.stderr
    pages = sorted((tmp_path / "site").rglob("index.html"))
    built = "".join(page.read_text("utf-8") for page in pages)
    assert len(pages) == len(list((ROOT / "docs").rglob("*.md")))
    written = "".join(text for path, text in own_docs().items() if path.startswith("services/"))
    for kind in ("success", "failure"):
        options = len(re.findall(rf"^> \[!{kind}\]- ", written, re.MULTILINE))
        assert built.count(f'<details class="{kind}">') == options


def test_a_problem_ends_a_strict_build_with_its_file_and_line(tmp_path: Path) -> None:
    config = copy_project(tmp_path)
    line = edit(tmp_path / "docs/services/x-ray.md", "[!failure]-", "[!failur]-")
    done = run_build(tmp_path / "site", "--strict", config=config)
    found = "N003 unknown callout 'failur'; did you mean 'failure'?"
    warnings = [row for row in done.stderr.splitlines() if row.startswith("WARNING")]
    assert done.returncode == 1
    assert f"WARNING -  docs/services/x-ray.md:{line}: {found}" in warnings


@pytest.mark.parametrize("empty", ["", " "])
def test_an_empty_variable_is_an_unset_one(tmp_path: Path, empty: str) -> None:
    site = build(tmp_path / "site", SITE_URL="", REPOSITORY_URL=empty)
    html = (site / "services/s3/index.html").read_text("utf-8")
    assert 'rel="canonical"' not in html
    assert "/edit/" not in html


def test_the_repository_of_a_fork_gets_its_own_edit_links(tmp_path: Path) -> None:
    site = build(tmp_path / "site", REPOSITORY_URL="https://github.com/someone/fork/")
    html = (site / "services/s3/index.html").read_text("utf-8")
    assert 'href="https://github.com/someone/fork/edit/main/docs/services/s3.md"' in html


def _plain(text: str) -> str:
    for tag in ("<p>", "</p>", "<code>", "</code>"):
        text = text.replace(tag, "")
    return text


def _words(text: str) -> set[str]:
    return set(_plain(text).replace("\n", " ").split())
