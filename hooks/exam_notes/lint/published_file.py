"""What is wrong with a line of docs/published-ids.txt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.near import nearest
from exam_notes.lint.yaml_file import Fault
from exam_notes.reading.published import ID, PublishedId


def faults_of_published(inspection: Inspection) -> tuple[Fault, ...]:
    """Return what is wrong with the lines of the list, in order."""
    entries = inspection.circumstances.published.entries
    anchors = {a for question in inspection.notes.questions.values() for a in question.anchors}
    anchors |= {term.id for term in inspection.notes.terms}
    first = {entry.id: entry.line for entry in reversed(entries)}
    successors = {entry.id: entry.successor for entry in entries}
    return tuple(
        Fault(entry.line, fault)
        for entry in entries
        for fault in _faults(entry, first, successors, anchors)
    )


def _faults(
    entry: PublishedId, first: Mapping[str, int], successors: Mapping[str, str], anchors: set[str]
) -> Iterator[str]:
    """Yield the first fault of a line."""
    if "\ufffd" in entry.id + entry.successor:
        yield "is not UTF-8; save the file as UTF-8"
    elif not ID.fullmatch(entry.id) and entry.id not in anchors:
        yield f"has '{entry.id}', which is no address; write one address, or begin it with #"
    elif first[entry.id] != entry.line:
        yield f"has an address that line {first[entry.id]} has; keep one of them"
    elif _goes_round(entry.id, successors):
        yield "leads in a circle; write the address of what has its content now"
    elif ID.fullmatch(entry.successor) and entry.successor not in {*anchors, *first}:
        near = nearest(entry.successor, anchors)
        ask = f"did you mean '{near}'?" if near else "write an address that exists, or a sentence"
        yield f"leads to '{entry.successor}', which is no address; {ask}"


def _goes_round(id: str, successors: Mapping[str, str]) -> bool:
    seen: set[str] = set()
    while id and id not in seen:
        seen.add(id)
        id = successors.get(id, "")
    return bool(id)
