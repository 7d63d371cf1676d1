"""N024: A question's id is listed in docs/published-ids.txt."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem, Question


def check(inspection: Inspection) -> Iterator[Problem]:
    published = inspection.circumstances.published
    listed = {entry.id for entry in published.entries}
    for asked in inspection.questions:
        new = _new(asked.question, listed) if asked.outline.heading.explicit else ""
        if new:
            yield RULE.at(asked.path, asked.line, id=new, file=published.path)


def _new(question: Question, listed: set[str]) -> str:
    """Return the first address that is not listed, of a question that lists its options."""
    own, *others = question.anchors
    if own not in listed or not listed.intersection(others):
        return "" if own in listed else own
    return next((anchor for anchor in others if anchor not in listed), "")


RULE = Rule(
    code="N024",
    sentence="A question's id is listed in docs/published-ids.txt.",
    why="In `docs/published-ids.txt`, for a question `s3-two-writers` that is new.",
    place=Place.PUBLISHED,
    bad="s3-concurrent-writes",
    good="""\
s3-concurrent-writes
s3-two-writers
""",
    message="'{id}' is new; add it to {file} when it is published",
    check=check,
    hint=True,
)
