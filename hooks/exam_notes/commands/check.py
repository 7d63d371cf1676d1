"""`check`: holds the notes against the rules, and mends what is mechanical where that is asked."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from pathlib import Path

from exam_notes.commands.command import Command
from exam_notes.commands.project import Project
from exam_notes.commands.writing import write_like
from exam_notes.lint.fix import mend
from exam_notes.lint.report import FORMATS


def check(project: Project, parsed: Namespace) -> int:
    """Print the problems of the notes, or of those at the paths given."""
    is_wanted = _wanted(project, parsed.paths)
    for said in fix_notes(project, is_wanted) if parsed.fix and not project.damage() else ():
        print(said, file=sys.stderr)
    problems = [problem for problem in project.problems() if is_wanted(problem.path)]
    if output := FORMATS[parsed.format](problems):
        print(output)
    return int(any(not problem.hint for problem in problems))


def _wanted(project: Project, paths: list[str]) -> Callable[[str], bool]:
    """Return what tells whether a file is one of the paths, or below one; all where none is."""
    wanted = [Path(path).resolve() for path in paths]

    def is_wanted(file: str) -> bool:
        resolved = (project.root / file).resolve()
        return not wanted or any(path in (resolved, *resolved.parents) for path in wanted)

    return is_wanted


def fix_notes(project: Project, is_wanted: Callable[[str], bool]) -> Iterator[str]:
    """Mend the wanted pages of a project on disk; yield a line for what was done, and what not.

    `is_wanted` receives a file as a contributor names it: docs/services/s3.md.
    """
    for path, source in project.sources().items():
        file = f"docs/{path}"
        mended = mend(path, source.text, project.settings.extensions)
        if is_wanted(file) and mended.text != source.text:
            write_like(project.docs / path, mended.text)
            yield f"mended {file}"
        if is_wanted(file) and mended.refused:
            codes = ", ".join(mended.refused)
            yield f"left {file} as it is for {codes}: readers would see something else"


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="show problems of these only")
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument("--fix", action="store_true", help="mend order, ids and spacing first")


COMMAND = Command("check", "hold the notes against the rules", _arguments, check, tells_damage=True)
