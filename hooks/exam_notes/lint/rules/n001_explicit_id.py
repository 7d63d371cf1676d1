"""N001: A question and a term have an explicit id."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exam_notes.lint.draft import Draft
from exam_notes.lint.ids import all_named, free_id
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem

# In a quote a line above hyphens is a heading too, but no question: an option, most likely.
_BARE = re.compile(r"(?:## )?(?![ \t]*>)[^{}]*$")
_CLOSING = re.compile(r"(?:[ \t]#+)?[ \t]*$")


def check(inspection: Inspection) -> Iterator[Problem]:
    taken = {named.heading.id for named in all_named(inspection) if named.heading.explicit}
    for named in all_named(inspection):
        if not named.heading.explicit:
            title = named.heading.title.text
            write = free_id(named.proposal, taken)
            yield RULE.at(named.path, named.line, title=title, write=write)


def fix(draft: Draft) -> str:
    """Give every second-level heading without an id one that is made of its title.

    A heading with braces has something in them that an author has to look at; one without a letter
    or digit that an id can have needs an author too.
    """
    result = draft.source.split("\n")
    headings = draft.page.outline.headings
    taken = {heading.id for heading in headings if heading.explicit}
    for heading, number in zip(headings, draft.lines.headings):
        text = result[number - 1]
        named = re.search("[a-z0-9]", heading.id)
        if heading.level == 2 and not heading.explicit and named and _BARE.match(text):
            id = free_id(f"{draft.slug}-{heading.id}" if draft.slug else heading.id, taken)
            result[number - 1] = f"{_CLOSING.sub('', text, count=1)} {{ #{id} }}"
    return "\n".join(result)


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
