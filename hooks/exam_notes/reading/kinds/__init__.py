"""The kinds of page that mean something: one file each, which says `KIND`."""

from __future__ import annotations

from exam_notes.reading.kinds.kind import Found, Kind, PageTree
from exam_notes.registry import registered

KINDS: tuple[Kind, ...] = registered(__name__, "KIND")


def read_kind(page: PageTree) -> Found:
    """Read a page by its kind; a page of no kind holds nothing but its text."""
    kind = next((kind for kind in KINDS if kind.matches(page.path)), None)
    return kind.read(page) if kind else Found()
