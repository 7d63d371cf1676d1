"""N064: The pages that all others build on are there."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem
from exam_notes.paths import EXAM, TERMS

NEEDED = {
    "index.md": "'# ' and the name of the notes",
    TERMS: "'# Index of terms'",
    EXAM: "'# The exam: ' and its code",
}


def check(inspection: Inspection) -> Iterator[Problem]:
    """Look where the files are known."""
    files = inspection.circumstances.files
    for page, write in NEEDED.items() if files is not None else ():
        if page not in inspection.notes.by_path:
            yield RULE.at(f"docs/{page}", 1, write=write)


RULE = Rule(
    code="N064",
    sentence="The pages that all others build on are there.",
    why="Home, the index of terms and the exam: without one of them nothing else is told.",
    place=Place.PAGES,
    bad="index.md terms.md",
    good="index.md terms.md exam.md",
    message="this page is not there; put it back, or begin it with {write}",
    check=check,
)
