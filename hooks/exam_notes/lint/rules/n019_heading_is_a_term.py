"""N019: A service page's heading is a term."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem
from exam_notes.paths import TERMS


def check(inspection: Inspection) -> Iterator[Problem]:
    names = [term.name for term in inspection.notes.terms]
    for located in inspection.service_pages:
        title = located.page.outline.title.text
        if title not in names:
            line = next((line for _, line in located.headings(1)), 1)
            yield RULE.at(located.path, line, title=title, write=_proposal(title, names))


def _proposal(title: str, names: list[str]) -> str:
    near = get_close_matches(title, names, n=1)
    add = f"add '## {title or '...'} {{ #id }}' to docs/{TERMS}"
    return f"did you mean '{near[0]}'?" if near else add


RULE = Rule(
    code="N019",
    sentence="A service page's heading is a term.",
    why="A page under `docs/services/` is called what `docs/terms.md` calls its service.",
    place=Place.PAGE,
    bad="# Amazon S3 notes",
    good="# Amazon S3",
    message="heading '{title}' is no term; {write}",
    check=check,
)
