"""The small hook, without what checks and publishes, builds the same pages with the same index."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.support.builds import copy_project, edit, run_build

BESIDE = ("lint", "exports", "publishing", "commands")


def test_pages_and_index_are_complete_without_the_rest(site: Path, tmp_path: Path) -> None:
    config = copy_project(tmp_path)
    for folder in BESIDE:
        shutil.rmtree(tmp_path / "hooks/exam_notes" / folder)
    (tmp_path / "hooks/publish.py").unlink()
    edit(config, "hooks: [hooks/hook.py, hooks/publish.py]", "hooks: [hooks/hook.py]")
    done = run_build(tmp_path / "site", config=config)
    assert done.returncode == 0, done.stderr
    for page in ("services/s3/index.html", "terms/index.html", "exam/index.html"):
        assert _article(tmp_path / "site" / page) == _article(site / page)
    assert not (tmp_path / "site/notes.json").exists()
    assert json.loads((tmp_path / "site/search/search_index.json").read_text("utf-8"))["docs"]


def test_a_link_to_a_woven_heading_builds_strictly(tmp_path: Path) -> None:
    """The list of changes has a heading for each year; no author wrote it."""
    config = copy_project(tmp_path)
    edit(tmp_path / "docs/about.md", "\n\n", "\n\nSee [2020](changes.md#changes-2020).\n\n")
    done = run_build(tmp_path / "site", "--strict", config=config)
    assert done.returncode == 0, done.stderr


def _article(file: Path) -> str:
    """Return what stands between the header and the footer of a page."""
    text = file.read_text("utf-8")
    return text[text.index("<article") : text.index("</article>")]
