"""`settings`: says what is wrong with mkdocs.yml, before MkDocs reads it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from exam_notes.commands.command import Command
from exam_notes.commands.project import Project
from exam_notes.lint.report import as_text


def settings(project: Project, _: Namespace) -> int:
    """Print the problems of mkdocs.yml; say nothing where it has none."""
    damage = project.damage()
    if damage:
        print(as_text(damage))
    return int(bool(damage))


def _no_arguments(_: ArgumentParser) -> None:
    return


COMMAND = Command(
    "settings", "say what is wrong with mkdocs.yml", _no_arguments, settings, tells_damage=True
)
