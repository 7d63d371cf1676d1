"""`times`: notes in docs/deck-times.tsv since when each question has its content."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace

from exam_notes.commands.command import Command
from exam_notes.commands.project import Project


def times(project: Project, _: Namespace) -> int:
    """Bring the file up, and say how many entries are new."""
    # Imported here: `check` needs nothing of the exports, and pays for nothing of them.
    from exam_notes.clock import build_time
    from exam_notes.exports.deck.behind import behind, brought_up
    from exam_notes.exports.deck.times import PATH, as_text

    notes = project.notes()
    new = behind(notes, project.root)
    if new:
        now = build_time(os.environ).replace(microsecond=0)
        text = as_text(brought_up(notes, project.root, now))
        (project.root / PATH).write_text(text, "utf-8", newline="\n")
    print(f"{PATH}: {len(new)} new or changed")
    return 0


def _no_arguments(_: ArgumentParser) -> None:
    return


COMMAND = Command("times", "note when each question of the deck changed", _no_arguments, times)
