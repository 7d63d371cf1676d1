"""Commands: `check` the notes, begin a `question`, `pack` the copy for reading offline."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from exam_notes.fix import fix_notes
from exam_notes.pack import pack
from exam_notes.project import Project
from exam_notes.report import FORMATS
from exam_notes.skeleton import SkeletonError, add_question


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0, or 1 where there is a problem."""
    parsed = _parser().parse_args(arguments)
    project = Project(parsed.root)
    if parsed.command == "pack":
        pack(parsed.site, parsed.target, os.environ)
        return 0
    if not (project.root / "mkdocs.yml").is_file():
        print(f"There is no mkdocs.yml in '{project.root}'; go to the project's folder.")  # noqa: T201
        return 1
    return check(project, parsed) if parsed.command == "check" else question(project, parsed)


def check(project: Project, parsed: argparse.Namespace) -> int:
    """Print the problems of the notes, or of those at the paths given."""
    wanted = [Path(path).resolve() for path in parsed.paths]

    def is_wanted(file: str) -> bool:
        resolved = (project.root / file).resolve()
        return not wanted or any(path in (resolved, *resolved.parents) for path in wanted)

    for file in fix_notes(project, is_wanted) if parsed.fix else ():
        print(f"mended {file}", file=sys.stderr)  # noqa: T201
    problems = [problem for problem in project.problems() if is_wanted(problem.path)]
    if output := FORMATS[parsed.format](problems):
        print(output)  # noqa: T201
    return int(any(not problem.hint for problem in problems))


def question(project: Project, parsed: argparse.Namespace) -> int:
    """Append the skeleton of a question and say what to fill in."""
    try:
        changed = add_question(project, parsed.service, parsed.title, parsed.name)
    except SkeletonError as error:
        print(error)  # noqa: T201
        return 1
    print(f"Wrote {', '.join(changed)}. Fill in what says TODO, then run make check.")  # noqa: T201
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="exam_notes", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path(), help="folder of mkdocs.yml")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="hold the notes against the rules")
    check.add_argument("paths", nargs="*", metavar="PATH", help="show problems of these only")
    check.add_argument("--format", choices=FORMATS, default="text")
    check.add_argument("--fix", action="store_true", help="mend order, ids and spacing first")
    question = commands.add_parser("question", help="append the skeleton of a question")
    question.add_argument("service", help="s3 for docs/services/s3.md")
    question.add_argument("title")
    question.add_argument("--name", default="", help="for a new service: its name, Amazon SQS")
    packing = commands.add_parser("pack", help="pack a built offline copy into a zip")
    packing.add_argument("site", type=Path)
    packing.add_argument("target", type=Path)
    return parser


if __name__ == "__main__":
    sys.exit(main())
