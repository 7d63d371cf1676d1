"""N001: A question and a term have an explicit id."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exam_notes.lint.draft import Draft
from exam_notes.lint.ids import all_named
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem

_BARE = re.compile(r"## [^{}]*$")


def check(inspection: Inspection) -> Iterator[Problem]:
    for named in all_named(inspection):
        if not named.heading.explicit:
            title = named.heading.title.text
            yield RULE.at(named.path, named.line, title=title, write=named.proposal)


def fix(draft: Draft) -> str:
    """Give every second-level heading without an id one that is made of its title.

    A heading with braces has something in them that an author has to look at.
    """
    result = draft.source.split("\n")
    headings = draft.page.outline.headings
    taken = {heading.id for heading in headings if heading.explicit}
    for heading, number in zip(headings, draft.lines.headings):
        text = result[number - 1]
        if heading.level == 2 and not heading.explicit and _BARE.match(text):
            id = _free(f"{draft.slug}-{heading.id}" if draft.slug else heading.id, taken)
            result[number - 1] = f"{text.rstrip()} {{ #{id} }}"
    return "\n".join(result)


def _free(id: str, taken: set[str]) -> str:
    """Return the first of id, id-2, id-3 ... that is not taken, and take it."""
    number = 1
    free = id
    while free in taken:
        number += 1
        free = f"{id}-{number}"
    taken.add(free)
    return free


RULE = Rule(
    code="N001",
    sentence="A question and a term have an explicit id.",
    why="Links, progress and exports hang on it. A new one is made from the title.",
    place=Place.QUESTIONS,
    bad="## Two writers, one key",
    good="## Two writers, one key { #s3-two-writers }",
    message="'{title}' has no id; write '## {title} {{ #{write} }}'",
    check=check,
    fix=fix,
)
