"""`ids`: lists every new address of the notes in docs/published-ids.txt, before it is published."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from exam_notes.commands.command import Command
from exam_notes.commands.project import Project
from exam_notes.commands.writing import write_like
from exam_notes.index.notes import Notes
from exam_notes.reading.published import PUBLISHED, PublishedIds, published_ids


def ids(project: Project, _: Namespace) -> int:
    """Append what is not listed yet, and say how much that was."""
    file = project.root / PUBLISHED
    new = unlisted(project.notes(), published_ids(project.root))
    text = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n") if file.exists() else ""
    if new:
        write_like(file, "\n".join([*text.rstrip().split("\n"), *new, ""]))
    print(f"{PUBLISHED}: {len(new)} added")
    return 0


def unlisted(notes: Notes, published: PublishedIds) -> list[str]:
    """Return every address of a question, an option or a change note that is not listed."""
    listed = {entry.id for entry in published.entries}
    anchors = (anchor for question in notes.questions.values() for anchor in question.anchors)
    return [anchor for anchor in anchors if anchor not in listed]


def _no_arguments(_: ArgumentParser) -> None:
    return


COMMAND = Command("ids", "list new ids and addresses as published", _no_arguments, ids)
