"""What a view is: something that the whole of the notes knows, shown at a slot of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from exam_notes.index.notes import Notes
from exam_notes.reading.page import Page

Context = dict[str, Any]


def nothing(_notes: Notes, _key: str) -> Context:
    return {}


def no_anchors(_notes: Notes) -> Iterable[str]:
    return ()


@dataclass(frozen=True, slots=True)
class View:
    """A view, shown by the partial `notes/<name>.html` in the slots of its name.

    `context(notes, key)` is what the partial gets beside the links; the slot's key is an id, or ""
    where an author asked for the view, which `by_authors` allows. A view that is not `searched` is
    filled in after the search has read the pages: leaving a text out costs it as much as reading
    it. `anchors` are the ids of the headings in it, for links of authors.
    """

    name: str
    context: Callable[[Notes, str], Context] = nothing
    by_authors: bool = False
    searched: bool = True
    anchors: Callable[[Notes], Iterable[str]] = no_anchors


def woven_anchors(page: Page, views: Iterable[View], notes: Notes) -> frozenset[str]:
    """Return the anchors that weaving adds to `page`."""
    kinds = {slot.kind for slot in page.cut.slots}
    woven = (view for view in views if view.name in kinds)
    return frozenset(anchor for view in woven for anchor in view.anchors(notes))


def placed_by_authors(views: Iterable[View]) -> tuple[str, ...]:
    """Return the names that an author may ask for."""
    return tuple(sorted(view.name for view in views if view.by_authors))
