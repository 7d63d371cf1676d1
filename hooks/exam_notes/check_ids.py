"""Rules on ids: explicit, well formed, unique, permanent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exam_notes.located import Located, problem
from exam_notes.model import Problem
from exam_notes.outline import Heading
from exam_notes.paths import TERMS, service_slug
from exam_notes.published import PublishedIds
from exam_notes.site import Site

_FORM = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


_OF_A_LETTER = re.compile(r"letter-(?:[a-z]|0-9)")


class Named(NamedTuple):
    """A heading that has, or should have, an id of its own."""

    located: Located
    heading: Heading
    line: int

    @property
    def proposal(self) -> str:
        """An id in the right form, made of the id or title that is there."""
        own = "-".join(re.findall(r"[a-z0-9]+", self.heading.id.lower())) or "id"
        slug = service_slug(self.located.page.path)
        return f"{slug}-{own}" if slug and not own.startswith(f"{slug}-") else own


def id_problems(pages: Sequence[Located], site: Site) -> Iterator[Problem]:
    """N001, N002, N004 over the questions of all pages, and over the terms."""
    questions = [Named(p, outline.heading, n) for p in pages for outline, _, n in p.questions()]
    terms = [Named(p, *at) for p in pages if p.page.path == TERMS for at in p.headings(2)]
    slugs = tuple(f"{service.slug}-" for service in site.services)
    for named, prefixes in [*((q, slugs) for q in questions), *((t, ("",)) for t in terms)]:
        yield from _form_problems(named, prefixes)
    yield from _duplicates(questions)
    yield from _duplicates(terms)


def _form_problems(named: Named, prefixes: tuple[str, ...]) -> Iterator[Problem]:
    located, heading, line = named
    fault, write = "", named.proposal
    if not heading.explicit:
        title = heading.title.text
        yield located.problem("N001", line, title=title, write=write)
    elif not _FORM.fullmatch(heading.id):
        fault = "is not lower-case words with single hyphens"
    elif not heading.id.startswith(prefixes):
        fault = "does not begin with a service page's name"
    elif _OF_A_LETTER.fullmatch(heading.id):
        fault, write = "belongs to a letter of the index", f"{write}-term"
    if fault:
        yield located.problem("N002", line, id=heading.id, fault=fault, write=write)


def _duplicates(all_named: Sequence[Named]) -> Iterator[Problem]:
    """N004, at the second place and every further one; the message names the first."""
    first: dict[str, Named] = {}
    for named in all_named:
        id = named.heading.id
        if id in first and named.heading.explicit:
            place = f"{first[id].located.path}:{first[id].line}"
            yield named.located.problem("N004", named.line, id=id, first=place)
        first.setdefault(id, named)


def published_problems(
    pages: Sequence[Located], site: Site, published: PublishedIds
) -> Iterator[Problem]:
    """N005 at the entry of an id that went away without a word; N024 at a question not listed."""
    listed = {entry.id for entry in published.entries}
    for entry in published.entries:
        if entry.id not in site.questions and not entry.successor:
            yield problem(published.path, entry.line, "N005", id=entry.id)
    for located in pages:
        for outline, question, line in located.questions():
            if outline.heading.explicit and question.id not in listed:
                yield located.problem("N024", line, id=question.id, file=published.path)
