"""Real builds of the site through the real mkdocs.yml, in processes of their own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

from tests.support.notes import ROOT

EPOCH = "1795651200"  # 2026-11-26
# A folder of the project that holds a built site to be tested as it stands. Else one is built.
UNDER_TEST = os.environ.get("SITE_UNDER_TEST", "")


def _site_url() -> str:
    """Return the address that the site under test was built for, or one below a project path."""
    if not UNDER_TEST:
        return "https://example.org/aws-notes/"
    home = (ROOT / UNDER_TEST / "index.html").read_text("utf-8")
    canonical = re.search(r'<link rel="canonical" href="([^"]+)">', home)
    return canonical[1] if canonical else "https://example.org/"


SITE_URL = _site_url()
SITE_PATH = urlsplit(SITE_URL).path
ENVIRONMENT = {
    "NO_MKDOCS_2_WARNING": "1",
    "SOURCE_DATE_EPOCH": EPOCH,
    "SITE_URL": SITE_URL,
}


def run_build(
    site: Path, *options: str, config: Path = ROOT / "mkdocs.yml", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build` into `site`; `environment` is added to what every build here gets."""
    inherited = {k: v for k, v in os.environ.items() if k not in ("SITE_URL", "REPOSITORY_URL")}
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "-f",
        str(config),
        "-d",
        str(site),
        *options,
    ]
    return subprocess.run(
        command,
        env=inherited | ENVIRONMENT | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def build(site: Path, *options: str, **environment: str) -> Path:
    """Build strictly into `site` and return it; AssertionError with the log where that fails."""
    done = run_build(site, "--strict", *options, config=ROOT / "mkdocs.yml", **environment)
    assert done.returncode == 0, done.stderr
    return site


def copy_project(target: Path) -> Path:
    """Copy what a build reads into `target`, to be changed there; return the copied mkdocs.yml."""
    ignored = shutil.ignore_patterns("__pycache__")
    for folder in ("docs", "hooks", "overrides"):
        shutil.copytree(ROOT / folder, target / folder, ignore=ignored)
    shutil.copy(ROOT / "mkdocs.offline.yml", target)
    return Path(shutil.copy(ROOT / "mkdocs.yml", target))


def edit(file: Path, old: str, new: str) -> int:
    """Replace the first `old` in a file; return its line. ValueError where it is not there."""
    text = file.read_text("utf-8")
    line = text[: text.index(old)].count("\n") + 1
    file.write_text(text.replace(old, new, 1), "utf-8")
    return line
