"""What the tests share: the repository's places, and notes read as the build reads them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from exam_notes.check import Circumstances, problems_of
from exam_notes.model import Problem
from exam_notes.published import read_published
from exam_notes.settings import read_settings
from exam_notes.site import Site
from exam_notes.standalone import read_site
from exam_notes.weave import AUTHORS_SLOTS

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
SETTINGS = read_settings((ROOT / "mkdocs.yml").read_text("utf-8"))
EXTENSIONS = SETTINGS.extensions
TODAY = date(2026, 11, 23)


def site_of(sources: Mapping[str, str]) -> Site:
    """Read pages, given by their path below docs/, into a site."""
    return read_site(sources, SETTINGS.extensions)


def problems(
    sources: Mapping[str, str], published: str = "", navigation: Collection[str] | None = None
) -> tuple[Problem, ...]:
    """Return the problems and hints of pages, as of the day these tests were written."""
    circumstances = Circumstances(
        TODAY, read_published("tests/published-ids.txt", published), AUTHORS_SLOTS, navigation
    )
    return problems_of(site_of(sources), circumstances)


def own_docs() -> dict[str, str]:
    """Return the pages of this site."""
    paths = sorted(DOCS.rglob("*.md"))
    return {path.relative_to(DOCS).as_posix(): path.read_text("utf-8") for path in paths}


@cache
def own_site() -> Site:
    """Return the pages of this site, read once for all tests."""
    return site_of(own_docs())
