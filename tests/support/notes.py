"""What the tests share: the repository's places, and notes read as the build reads them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from exam_notes.commands.project import read_notes
from exam_notes.index.notes import Notes
from exam_notes.lint.check import problems_of
from exam_notes.lint.circumstances import Circumstances
from exam_notes.lint.docs_files import DocsFile
from exam_notes.lint.settings_file import SettingsFile
from exam_notes.lint.sources_file import read_sources
from exam_notes.lint.view import ALL_VIEWS
from exam_notes.model import Problem
from exam_notes.reading.page_text import read_page_text
from exam_notes.reading.published import read_published
from exam_notes.reading.settings import read_settings

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
SETTINGS = read_settings((ROOT / "mkdocs.yml").read_text("utf-8"))
EXTENSIONS = SETTINGS.extensions
TODAY = date(2026, 11, 26)


def site_of(sources: Mapping[str, str]) -> Notes:
    """Read pages, given by their path below docs/."""
    limits = SETTINGS.limits
    texts = {path: read_page_text(text.encode(), limits) for path, text in sources.items()}
    return read_notes(texts, SETTINGS.extensions)


def problems(
    sources: Mapping[str, str],
    published: str = "",
    navigation: Collection[str] | None = None,
    docs_files: Collection[DocsFile] = (),
    cited: str = "",
    settings: SettingsFile | None = None,
    files: Collection[str] | None = None,
) -> tuple[Problem, ...]:
    """Return the problems and hints of pages, as of the day these tests were written."""
    circumstances = Circumstances(
        TODAY,
        read_published("docs/published-ids.txt", published),
        ALL_VIEWS,
        navigation,
        files,
        docs_files=docs_files,
        cited=read_sources("docs/sources.yml", cited) if cited else None,
        settings=settings,
    )
    return problems_of(site_of(sources), circumstances)


def own_docs() -> dict[str, str]:
    """Return the pages of this site."""
    paths = sorted(DOCS.rglob("*.md"))
    return {path.relative_to(DOCS).as_posix(): path.read_text("utf-8") for path in paths}


@cache
def own_site() -> Notes:
    """Return the pages of this site, read once for all tests."""
    return site_of(own_docs())
