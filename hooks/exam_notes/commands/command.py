"""What a command is."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from exam_notes.commands.project import Project


@dataclass(frozen=True, slots=True)
class Command:
    """A command by its name. `run` returns 0, or 1 where there is a problem.

    One that `tells_damage` of mkdocs.yml itself is run where there is some; the others are not.
    """

    name: str
    help: str
    add_arguments: Callable[[ArgumentParser], object]
    run: Callable[[Project, Namespace], int]
    tells_damage: bool = False
