"""What the rules need to know beside the notes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from exam_notes.lint.docs_files import UNREAD, DocsFile, docs_file
from exam_notes.lint.settings_file import SettingsFile, settings_file
from exam_notes.lint.sources_file import CitedPages, read_sources
from exam_notes.reading.published import PublishedIds, published_ids
from exam_notes.surroundings import Surroundings
from exam_notes.views.view import View

SOURCES = "docs/sources.yml"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the rules need beside the notes.

    The last day a date may name, the ids once published, what can be woven in, the pages that the
    navigation names (None for all), all files (None where they are not known) and those files as
    they lie there, the list of cited pages (None where there is none to hold the notes against),
    and mkdocs.yml (None where it is not looked at). Paths are relative to docs/.
    """

    last_day: date
    published: PublishedIds
    views: Sequence[View]
    navigation: Collection[str] | None = None
    files: Collection[str] | None = None
    docs_files: Collection[DocsFile] = ()
    cited: CitedPages | None = None
    settings: SettingsFile | None = None


def circumstances_of(
    surroundings: Surroundings,
    views: Sequence[View],
    navigation: Collection[str] | None,
    files: Collection[str],
) -> Circumstances:
    """Return the circumstances of a build; `navigation` has the pages that it names.

    A note may name the next day too: it has come already where its author lives.
    """
    return Circumstances(
        surroundings.day + timedelta(days=1),
        published_ids(surroundings.root),
        views,
        navigation,
        frozenset(path for path in files if not path.startswith(UNREAD)),
        [docs_file(surroundings.root / "docs", path) for path in files],
        cited_pages(surroundings.root),
        settings_file(surroundings.root),
    )


def cited_pages(root: Path) -> CitedPages | None:
    """Read the list of cited pages of the project at `root`; None where it has none."""
    file = root / SOURCES
    if not file.is_file():
        return None
    return read_sources(SOURCES, file.read_bytes().decode("utf-8-sig", errors="replace"))
