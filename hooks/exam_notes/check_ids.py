"""Rules on ids: explicit, well formed, unique, permanent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from exam_notes.located import Located
from exam_notes.model import Problem
from exam_notes.outline import Heading
from exam_notes.paths import TERMS
from exam_notes.published import PublishedIds
from exam_notes.site import Site

_FORM = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

Place = tuple[Located, Heading, int]


def id_problems(pages: Sequence[Located], site: Site) -> Iterator[Problem]:
    """N001, N002, N004 over the questions of all pages, and over the terms."""
    questions = [(p, outline.heading, line) for p in pages for outline, _, line in p.questions()]
    terms = [(p, *at) for p in pages if p.page.path == TERMS for at in p.headings(2)]
    slugs = [service.slug for service in site.services]
    for places, prefixes in ((questions, slugs), (terms, [])):
        for place in places:
            yield from _form_problems(place, prefixes)
        yield from _duplicates(places)


def _form_problems(place: Place, slugs: Sequence[str]) -> Iterator[Problem]:
    located, heading, line = place
    title = heading.title.text
    if not heading.explicit:
        yield located.problem(
            "N001",
            line,
            f"'{title}' has no id; write '## {title} {{ #{_proposal(located, heading)} }}'",
        )
    elif not _FORM.fullmatch(heading.id):
        yield located.problem(
            "N002",
            line,
            f"id '{heading.id}' is not lower-case words with single hyphens; write '{_proposal(located, heading)}'",
        )
    elif slugs and not any(heading.id.startswith(f"{slug}-") for slug in slugs):
        yield located.problem(
            "N002",
            line,
            f"id '{heading.id}' does not begin with a service page's name; write '{_proposal(located, heading)}'",
        )


def _proposal(located: Located, heading: Heading) -> str:
    """Return an id in the right form, made of the id or title that is there."""
    words = re.findall(r"[a-z0-9]+", heading.id.lower()) or ["..."]
    slug = located.page.path.rpartition("/")[2].removesuffix(".md")
    own = "-".join(words)
    needs_slug = located.page.path != TERMS and not own.startswith(f"{slug}-")
    return f"{slug}-{own}" if needs_slug else own


def _duplicates(places: Sequence[Place]) -> Iterator[Problem]:
    """N004, at the second place and every further one; the message names the first."""
    first: dict[str, Place] = {}
    for place in places:
        located, heading, line = place
        if heading.id in first and heading.explicit:
            other, _, other_line = first[heading.id]
            yield located.problem(
                "N004",
                line,
                f"id '{heading.id}' is used already at docs/{other.page.path}:{other_line}; give this one another id",
            )
        first.setdefault(heading.id, place)


def published_problems(
    pages: Sequence[Located], site: Site, published: PublishedIds
) -> Iterator[Problem]:
    """N005 at the entry of an id that went away without a word; N024 at a question not listed."""
    listed = {entry.id for entry in published.entries}
    for entry in published.entries:
        if entry.id not in site.questions and not entry.successor:
            yield Problem(
                published.path,
                entry.line,
                "N005",
                f"question '{entry.id}' was published and is gone; give the question its id back, "
                f"or write '{entry.id} -> ' and the id of the question that has its content now",
            )
    for located in pages:
        for _, question, line in located.questions():
            if question.id not in listed:
                yield located.problem(
                    "N024",
                    line,
                    f"'{question.id}' is new; add it to {published.path} when it is published",
                )
