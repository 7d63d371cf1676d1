"""Holds the site against the rules (`rules.py`) and collects every problem, sorted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from exam_notes.check_callouts import callout_problems
from exam_notes.check_duplicates import duplicate_problems
from exam_notes.check_ids import id_problems, published_problems
from exam_notes.check_links import link_problems
from exam_notes.check_pages import page_problems
from exam_notes.check_questions import question_problems
from exam_notes.check_sources import source_problems
from exam_notes.check_terms import term_problems
from exam_notes.located import Located
from exam_notes.model import Problem
from exam_notes.published import PublishedIds
from exam_notes.site import Site


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the rules need beside the notes.

    The last day a date may name, the ids once published, what authors may ask to be woven in, and
    the pages (paths below docs/) that the navigation names, None for all.
    """

    last_day: date
    published: PublishedIds
    authors_slots: Sequence[str]
    navigation: Collection[str] | None = None


def problems_of(site: Site, circumstances: Circumstances) -> tuple[Problem, ...]:
    """Return all problems and hints, sorted by file, line and code; each once."""
    return tuple(sorted(set(_problems(site, circumstances))))


def _problems(site: Site, circumstances: Circumstances) -> Iterator[Problem]:
    pages = [Located.of(page) for page in site.pages]
    for page in pages:
        yield from callout_problems(page)
        yield from question_problems(page, site)
        yield from source_problems(page, site.exam, circumstances.last_day)
        yield from link_problems(page, site)
        yield from page_problems(page, circumstances.authors_slots, circumstances.navigation)
    yield from id_problems(pages, site)
    yield from published_problems(pages, site, circumstances.published)
    yield from duplicate_problems(pages)
    yield from term_problems(pages, site)
