"""Rules on docs/terms.md, and on the headings of service pages, which are terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from itertools import pairwise

from exam_notes.located import Located
from exam_notes.model import Problem
from exam_notes.order import term_key
from exam_notes.paths import TERMS, service_slug
from exam_notes.site import Site


def term_problems(pages: Sequence[Located], site: Site) -> Iterator[Problem]:
    """N018, N019, N020, N023, N025."""
    for located in pages:
        if located.page.path == TERMS:
            yield from _order(located)
            yield from _names(located)
            yield from _definitions(located)
            yield from _unused(located, site)
        elif service_slug(located.page.path):
            yield from _service_heading(located, site)


def _order(located: Located) -> Iterator[Problem]:
    for (before, _), (term, line) in pairwise(located.headings(2)):
        if term_key(term.title.text) < term_key(before.title.text):
            yield located.problem("N018", line, term=term.title.text, before=before.title.text)


def _names(located: Located) -> Iterator[Problem]:
    """N020. Names are compared without regard to case."""
    owner: dict[str, str] = {}
    for (_, line), term in zip(located.headings(2), located.page.terms):
        for name in (term.name, *term.aliases):
            if name.casefold() in owner:
                other = owner[name.casefold()]
                yield located.problem("N020", line, name=name, other=other, term=term.name)
            owner.setdefault(name.casefold(), term.name)


def _definitions(located: Located) -> Iterator[Problem]:
    for (_, line), term in zip(located.headings(2), located.page.terms):
        if not term.definition.text:
            yield located.problem("N025", line, term=term.name)


def _unused(located: Located, site: Site) -> Iterator[Problem]:
    """N023. The term of a service that has a page is used, whatever its questions say."""
    used = {*site.index.places, *(service.term for service in site.services)}
    for heading, line in located.headings(2):
        if heading.id not in used:
            yield located.problem("N023", line, term=heading.title.text)


def _service_heading(located: Located, site: Site) -> Iterator[Problem]:
    title = located.page.outline.title.text
    names = [term.name for term in site.terms]
    if title not in names:
        line = next((line for _, line in located.headings(1)), 1)
        near = get_close_matches(title, names, n=1)
        add = f"add '## {title or '...'} {{ #id }}' to docs/{TERMS}"
        write = f"did you mean '{near[0]}'?" if near else add
        yield located.problem("N019", line, title=title, write=write)
