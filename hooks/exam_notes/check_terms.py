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
            yield from _unused(located, site)
        elif service_slug(located.page.path):
            yield from _service_heading(located, site)


def _order(located: Located) -> Iterator[Problem]:
    for (before, _), (term, line) in pairwise(located.headings(2)):
        if term_key(term.title.text) < term_key(before.title.text):
            yield located.problem(
                "N018",
                line,
                f"term '{term.title.text}' stands after '{before.title.text}'; move it up to its alphabetical place (a leading Amazon or AWS does not count)",
            )


def _names(located: Located) -> Iterator[Problem]:
    """N020 and N025. Names are compared without regard to case, as the index finds them."""
    owner: dict[str, str] = {}
    for (_, line), term in zip(located.headings(2), located.page.terms):
        if not term.definition.text:
            yield located.problem(
                "N025",
                line,
                f"term '{term.name}' has no definition; write one or two sentences below it",
            )
        for name in dict.fromkeys((term.name, *term.aliases)):
            other = owner.setdefault(name.casefold(), term.name)
            if other != term.name or (
                name != term.name and name.casefold() == term.name.casefold()
            ):
                yield located.problem(
                    "N020",
                    line,
                    f"'{name}' is a name of '{other}' and of '{term.name}'; leave it with one of them",
                )


def _unused(located: Located, site: Site) -> Iterator[Problem]:
    pages = {service.term for service in site.services}
    for heading, line in located.headings(2):
        if heading.id not in site.index.places and heading.id not in pages:
            yield located.problem(
                "N023",
                line,
                f"term '{heading.title.text}' occurs in no question; add an alias that does, or remove it",
            )


def _service_heading(located: Located, site: Site) -> Iterator[Problem]:
    name = located.page.outline.title.text
    names = [term.name for term in site.terms]
    if name not in names:
        line = next((line for _, line in located.headings(1)), 1)
        near = get_close_matches(name, names, n=1)
        hint = (
            f"did you mean '{near[0]}'?"
            if near
            else f"add '## {name or '...'} {{ #id }}' to docs/{TERMS}"
        )
        yield located.problem("N019", line, f"heading '{name}' is no term; {hint}")
