"""N005: A published id stays, or docs/published-ids.txt says where its content went."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.openers import faults_of
from exam_notes.lint.published_file import faults_of_published
from exam_notes.lint.rule import Place, Rule, excerpt
from exam_notes.model import Problem

_WRITE = "give it its id or text back, or write '{id} -> ' and the id of what has its content now"
_BACK = "take it from the repository's history; where there never was one, `make ids` begins it"


def check(inspection: Inspection) -> Iterator[Problem]:
    published = inspection.circumstances.published
    if inspection.circumstances.files is not None and _is_lost(inspection):
        yield RULE.at(published.path, 1, what="list", id=published.path, write=_BACK)
    anchors = {anchor for q in inspection.notes.questions.values() for anchor in q.anchors}
    unread = _with_unread_options(inspection)
    told = {line for line, _ in inspection.once(faults_of_published)}
    for entry in published.entries:
        if entry.id.partition("--")[0] in unread and "--" in entry.id:
            continue  # N003 or N008 tells what keeps the option from being read
        if entry.line in told:
            continue  # N063 tells what keeps the line from being read
        if entry.id not in anchors and not entry.successor:
            what = "option or change note" if "--" in entry.id else "question"
            write = _WRITE.format(id=excerpt(entry.id))
            yield RULE.at(published.path, entry.line, id=entry.id, what=what, write=write)


def _is_lost(inspection: Inspection) -> bool:
    """Tell whether there are questions and no list: what was published before, nobody knows."""
    return bool(inspection.notes.questions) and not inspection.circumstances.published.entries


def _with_unread_options(inspection: Inspection) -> set[str]:
    """Return the ids of the questions of pages where a callout was not read."""
    faults = (*faults_of(inspection, "N003"), *faults_of(inspection, "N008"))
    paths = {fault.path for fault in faults}
    return {asked.question.id for asked in inspection.questions if asked.path in paths}


RULE = Rule(
    code="N005",
    sentence="A published id stays, or docs/published-ids.txt says where its content went.",
    why="In `docs/published-ids.txt`, where the question `s3-two-writers` has gone.",
    place=Place.PUBLISHED,
    bad="s3-lost-update",
    good="s3-lost-update -> s3-concurrent-writes",
    message="{what} '{id}' was published and is gone; {write}",
    check=check,
)
