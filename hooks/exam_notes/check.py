"""Holds the site against the rules (`rules.py`) and collects every problem, sorted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from exam_notes.check_callouts import callout_problems
from exam_notes.check_ids import id_problems, published_problems
from exam_notes.check_questions import question_problems
from exam_notes.check_terms import term_problems
from exam_notes.located import Located
from exam_notes.model import Problem
from exam_notes.published import PublishedIds
from exam_notes.site import Site


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the rules need beside the notes.

    The last day a date may name, the ids once published, and what authors may ask to be woven in.
    """

    last_day: date
    published: PublishedIds
    authors_slots: Sequence[str]


def problems_of(site: Site, circumstances: Circumstances) -> tuple[Problem, ...]:
    """Return all problems and hints, sorted by file, line and code; each once."""
    return tuple(sorted(set(_problems(site, circumstances))))


def _problems(site: Site, circumstances: Circumstances) -> Iterator[Problem]:
    pages = [Located.of(page) for page in site.pages]
    for page in pages:
        yield from callout_problems(page)
        yield from question_problems(page, site.exam, circumstances.last_day)
        yield from slot_problems(page, circumstances.authors_slots)
    yield from id_problems(pages, site)
    yield from published_problems(pages, site, circumstances.published)
    yield from term_problems(pages, site)


def slot_problems(located: Located, known: Sequence[str]) -> Iterator[Problem]:
    """N021. A slot that an author asks for has no key."""
    choice = " or ".join(f"'<!-- exam-notes: {kind} -->'" for kind in known)
    for slot in located.page.cut.slots:
        if not slot.key and slot.kind not in known:
            comment = f"<!-- exam-notes: {slot.kind} -->"
            line = located.line_of(comment)
            yield located.problem("N021", line, comment=comment, write=choice)
