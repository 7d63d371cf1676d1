"""Imports run one way between the folders, and the small hook is small."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.notes import ROOT

PACKAGE = ROOT / "hooks/exam_notes"
CORE = ("", "reading", "index", "views")
# What each folder may import beside itself; "" are the modules at the top.
MAY_IMPORT = {
    "reading": {""},
    "index": {"", "reading"},
    "views": {"", "reading", "index"},
    "lint": {"", "reading", "index", "views"},
    "exports": {"", "reading", "index"},
    "publishing": {"", "reading", "index", "views", "exports"},
    "watch": {"", "reading", "index", "lint"},
    "commands": {"", "reading", "index", "views", "lint", "exports", "publishing", "watch"},
}
# The two that put the others together.
COMPOSED = {"build.py": {"reading", "index", "views"}, "__main__.py": {"commands"}}


def imports(file: Path) -> Iterator[str]:
    """Yield the folder of each module of ours that a file imports."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        for name in names:
            parts = name.split(".")
            if parts[0] == "exam_notes":
                yield parts[1] if len(parts) > 1 and (PACKAGE / parts[1]).is_dir() else ""


def forbidden(file: Path) -> set[str]:
    folder = file.relative_to(PACKAGE).parts[0] if file.parent != PACKAGE else ""
    allowed = MAY_IMPORT.get(folder, set()) | COMPOSED.get(file.name, set()) | {folder, ""}
    return set(imports(file)) - allowed


FILES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_a_file_imports_only_what_stands_below_its_folder(file: Path) -> None:
    assert forbidden(file) == set()


def test_an_import_against_the_way_would_be_seen(tmp_path: Path) -> None:
    file = tmp_path / "x.py"
    file.write_text("from exam_notes.lint.check import problems_of\n", "utf-8")
    assert list(imports(file)) == ["lint"]


def test_only_the_hooks_import_mkdocs() -> None:
    found = [file for file in FILES if "mkdocs" in {*_top_level_imports(file)}]
    assert found == []


def test_check_loads_neither_templates_nor_publishing_nor_the_watch() -> None:
    code = (
        "import sys; from exam_notes.commands.cli import main; main(['check']);"
        "print([m for m in sys.modules"
        " if m.split('.')[0] in ('jinja2', 'mkdocs', 'rich')"
        " or m.startswith(('exam_notes.publishing', 'exam_notes.watch'))])"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(
        command, cwd=ROOT, env={"PYTHONPATH": "hooks"}, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def _top_level_imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]
