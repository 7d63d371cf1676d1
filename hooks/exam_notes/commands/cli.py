"""The command line: every file of this folder that says `COMMAND` is one."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from exam_notes.commands.command import Command
from exam_notes.commands.project import Project
from exam_notes.lint.report import as_text
from exam_notes.refusal import refusal
from exam_notes.registry import registered


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0, or 1 where there is a problem."""
    commands: tuple[Command, ...] = registered("exam_notes.commands", "COMMAND")
    parsed = _parser(commands).parse_args(arguments)
    project = Project(parsed.root)
    if not (project.root / "mkdocs.yml").is_file():
        print(f"There is no mkdocs.yml in '{project.root}'; go to the project's folder.")
        return 1
    chosen = next(command for command in commands if command.name == parsed.command)
    try:
        return _run(chosen, project, parsed)
    except OSError as error:
        print(refusal(error))
        return 1


def _run(chosen: Command, project: Project, parsed: argparse.Namespace) -> int:
    """Run a command, unless mkdocs.yml is damaged and the command does not tell that itself."""
    damage = () if chosen.tells_damage else project.damage()
    if damage:
        print(as_text(damage))
    return 1 if damage else chosen.run(project, parsed)


def _parser(commands: Sequence[Command]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="exam_notes", description="Commands for the notes.")
    parser.add_argument("--root", type=Path, default=Path(), help="folder of mkdocs.yml")
    subparsers = parser.add_subparsers(dest="command", required=True)
    for command in commands:
        command.add_arguments(subparsers.add_parser(command.name, help=command.help))
    return parser
