"""Installs a browser for the tests where there is none. `make test` runs this first."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.support import chrome

PLAYWRIGHT = [sys.executable, "-m", "playwright", "install", "chromium"]
DEBIAN = (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"])


def main() -> int:
    """Return 0 once a browser is there, 1 with a message where none could be installed."""
    if chrome.find():
        return 0
    if _is_root() and shutil.which("apt-get"):
        all(_run(command) for command in DEBIAN)
    if not chrome.find():
        _run(PLAYWRIGHT)
    if chrome.find():
        return 0
    print("No browser for the tests: install Chromium or Chrome, or set CHROME to its path.")
    return 1


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _run(command: list[str]) -> bool:
    print(" ".join(command), flush=True)
    return subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
