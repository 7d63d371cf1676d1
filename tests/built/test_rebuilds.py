"""`mkdocs serve` keeps the process and the hook's module; no build may see the one before it."""

from __future__ import annotations

import filecmp
import os
import subprocess
import sys
from pathlib import Path

from tests.support.builds import ENVIRONMENT, copy_project, edit, run_build

# What `mkdocs serve` does at each change: load the configuration anew, and build.
THREE_REBUILDS = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
for _ in range(3):
    config = load_config(sys.argv[1], site_dir=sys.argv[2])
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
"""


def test_three_rebuilds_give_the_same_site_as_one_build(tmp_path: Path) -> None:
    config = copy_project(tmp_path)
    once, often = tmp_path / "once", tmp_path / "often"
    assert run_build(once, config=config).returncode == 0
    command = [sys.executable, "-c", THREE_REBUILDS, str(config), str(often)]
    subprocess.run(command, env=os.environ | ENVIRONMENT, check=True, capture_output=True)
    names = sorted(p.relative_to(once).as_posix() for p in once.rglob("*") if p.is_file())
    assert names == sorted(p.relative_to(often).as_posix() for p in often.rglob("*") if p.is_file())
    assert filecmp.cmpfiles(once, often, names, shallow=False)[1:] == ([], [])


def test_a_question_that_was_removed_is_gone_after_the_next_build(tmp_path: Path) -> None:
    config = copy_project(tmp_path)
    page = tmp_path / "docs/services/s3.md"
    text = page.read_text("utf-8")
    assert run_build(tmp_path / "site", config=config).returncode == 0
    assert "s3-kms-keys" in (tmp_path / "site/notes.json").read_text("utf-8")
    edit(page, text[text.index("## Encryption with keys") :], "")
    assert run_build(tmp_path / "site", config=config).returncode == 0
    assert '"s3-kms-keys"' not in (tmp_path / "site/notes.json").read_text("utf-8")
