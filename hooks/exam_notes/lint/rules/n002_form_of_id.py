"""N002: An id is in lower case with hyphens; a question's begins with a service page's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exam_notes.lint.ids import Named, all_named, free_id, named_questions, named_terms
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem

_FORM = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_OF_A_LETTER = re.compile(r"letter-(?:[a-z]|0-9)")


def check(inspection: Inspection) -> Iterator[Problem]:
    slugs = tuple(f"{service.slug}-" for service in inspection.notes.services)
    taken = {named.heading.id for named in all_named(inspection) if named.heading.explicit}
    for named in named_questions(inspection):
        # Where the file's own name is no such id, that is what has to be mended.
        if _FORM.fullmatch(named.located.slug):
            yield from _problems(named, slugs, taken)
    for named in named_terms(inspection):
        yield from _problems(named, ("",), taken)


def _problems(named: Named, prefixes: tuple[str, ...], taken: set[str]) -> Iterator[Problem]:
    id = named.heading.id
    fault, write = "", named.proposal
    if not named.heading.explicit:
        return
    if not _FORM.fullmatch(id):
        fault = "is not lower-case words with single hyphens"
    elif not id.startswith(prefixes):
        fault = "does not begin with a service page's name"
    elif _OF_A_LETTER.fullmatch(id):
        fault, write = "belongs to a letter of the index", f"{write}-term"
    if fault:
        yield RULE.at(named.path, named.line, id=id, fault=fault, write=free_id(write, taken))


RULE = Rule(
    code="N002",
    sentence="An id is in lower case with hyphens; a question's begins with a service page's name.",
    why="A question that moves to another page keeps the name of its first one.",
    place=Place.QUESTIONS,
    bad="## Two writers, one key { #TwoWriters }",
    good="## Two writers, one key { #s3-two-writers }",
    message="id '{id}' {fault}; write '{write}'",
    check=check,
)
