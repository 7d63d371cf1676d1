"""N024: A question's id is listed in docs/published-ids.txt."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    published = inspection.circumstances.published
    listed = {entry.id for entry in published.entries}
    for asked in inspection.questions:
        new = [anchor for anchor in asked.question.anchors if anchor not in listed]
        if asked.outline.heading.explicit and new:
            yield RULE.at(asked.path, asked.line, id=new[0], file=published.path)


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
