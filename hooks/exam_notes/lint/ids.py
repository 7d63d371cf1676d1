"""Headings that have, or should have, an id of their own: questions and terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.page import Located
from exam_notes.reading.outline import Heading


class Named(NamedTuple):
    """A heading that has, or should have, an id of its own."""

    located: Located
    heading: Heading
    line: int

    @property
    def path(self) -> str:
        return self.located.path

    @property
    def proposal(self) -> str:
        """An id in the right form, made of the id or title that is there."""
        words = re.findall(r"[a-z0-9]+", self.heading.id.lower())
        own = "-".join(words) or f"question-{self.line}"
        slug = "-".join(re.findall(r"[a-z0-9]+", self.located.slug.lower()))
        return f"{slug}-{own}" if slug and not own.startswith(f"{slug}-") else own


def free_id(id: str, taken: set[str]) -> str:
    """Return the first of id, id-2, id-3 ... that is not taken, and take it."""
    number = 1
    free = id
    while free in taken:
        number += 1
        free = f"{id}-{number}"
    taken.add(free)
    return free


def named_questions(inspection: Inspection) -> Iterator[Named]:
    return (Named(q.page, q.outline.heading, q.line) for q in inspection.questions)


def named_terms(inspection: Inspection) -> Iterator[Named]:
    return (Named(page, *at) for page in inspection.terms_pages for at in page.headings(2))


def all_named(inspection: Inspection) -> Iterable[Named]:
    return (*named_questions(inspection), *named_terms(inspection))
