"""N044: Braces behind a heading hold its id; braces mean nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem
from exam_notes.reading.fences import fence_openers

_CODE = re.compile(r"(`++).*?\1")
# What other sites read as attributes: .class, #id, name=value.
_ATTRIBUTES = re.compile(r"\{:?[ \t]*+(?:[.#][\w-]|[\w:@.-]++[ \t]*=)[^{}]*+\}")
_ID = re.compile(r"\{ ?#[A-Za-z0-9][^\s{}&<>\"'\\]* ?\}")
_HEADING = re.compile(r" {0,3}#{1,6} .*(\{[^{}]*\})[ \t]*#*$")


def check(inspection: Inspection) -> Iterator[Problem]:
    for located in inspection.pages:
        openers = fence_openers(located.page.source.text)
        headings = set(located.lines.headings)
        for number, text in [*located.visible_lines, *openers]:
            for braces in _ATTRIBUTES.findall(_CODE.sub("", text)):
                if not _is_id_of_heading(braces, text, is_heading=number in headings):
                    yield RULE.at(located.path, number, braces=braces)


def _is_id_of_heading(braces: str, text: str, *, is_heading: bool) -> bool:
    """Tell an id at the end of a heading, one that is made by a line below it as well."""
    heading = _HEADING.match(text)
    at_end = heading[1] == braces if heading else is_heading and text.rstrip().endswith(braces)
    return at_end and bool(_ID.fullmatch(braces))


RULE = Rule(
    code="N044",
    sentence="Braces behind a heading hold its id; braces mean nothing else.",
    why="Ids that begin with two underscores belong to the theme.",
    place=Place.REASON,
    bad="S3 has no lock for writers.{ .wide }",
    good="S3 has no lock for writers.",
    message="'{braces}' sets attributes, as notes do not; remove it, or put it into backticks",
    check=check,
)
