"""N063: Every line of docs/published-ids.txt can be read, and leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.published_file import faults_of_published
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    for line, fault in inspection.once(faults_of_published):
        yield RULE.at(inspection.circumstances.published.path, line, write=fault)


RULE = Rule(
    code="N063",
    sentence="Every line of docs/published-ids.txt can be read, and leads somewhere.",
    why=(
        "An address a line, each once; behind `->` another address, or a sentence. What begins "
        "with `#` says nothing."
    ),
    place=Place.PUBLISHED,
    bad="s3-lost-update -> s3-concurrent-write",
    good="s3-lost-update -> s3-concurrent-writes",
    message="this line {write}",
    check=check,
)
