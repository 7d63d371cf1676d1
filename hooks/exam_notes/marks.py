"""Marks that the reader leaves in a page: where a fragment begins and ends, and where to weave.

A mark is an empty element of a name nobody else uses, since Markdown's `toc` does not bear comments
in the tree. All marks are gone once `cut` has read them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape
from xml.etree.ElementTree import Element

_TAG = "exam-notes"
_MARK = re.compile(
    r"<!-- exam-notes: ([^<>]*) -->"
    rf'|<{_TAG} at="(open|close|here) ([\w-]+) ([^"]*)"></{_TAG}>'
)


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A place to weave into. `kind` names what; `key` is the id it belongs to, or ""."""

    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class Cut:
    """A page taken apart: what to put together again, and the fragments by kind and key."""

    segments: tuple[str | Slot, ...]
    fragments: dict[Slot, str]

    @property
    def slots(self) -> tuple[Slot, ...]:
        return tuple(segment for segment in self.segments if isinstance(segment, Slot))

    def fill(self, render: Callable[[Slot], str]) -> str:
        """Return the page's HTML with `render(slot)` in place of each slot."""
        return "".join(
            render(segment) if isinstance(segment, Slot) else segment for segment in self.segments
        )


def mark(slot: Slot) -> str:
    """Return the HTML of a slot that is to be filled later, with `fill`."""
    return f'<{_TAG} at="here {slot.kind} {escape(slot.key)}"></{_TAG}>'


def slot_comment(kind: str) -> str:
    """Return what stands in a page for an author's wish, in the form that `cut` reads."""
    return f"<!-- exam-notes: {kind} -->"


def fill(html: str, render: Callable[[Slot], str]) -> str:
    """Return `html` with `render(slot)` in place of the slots that are still marked in it."""
    return cut(html).fill(render) if f"<{_TAG} " in html else html


def here(kind: str, key: str = "") -> Element:
    """Return the mark of a place to weave into."""
    return _mark("here", kind, key)


def around(kind: str, key: str, elements: list[Element]) -> list[Element]:
    """Return `elements` between the marks that make them one fragment."""
    return [_mark("open", kind, key), *elements, _mark("close", kind, key)]


def _mark(verb: str, kind: str, key: str) -> Element:
    mark = Element(_TAG, {"at": f"{verb} {kind} {key}"})
    mark.tail = "\n"
    return mark


def cut(html: str) -> Cut:
    """Take a rendered page apart at its marks.

    An author's own `<!-- exam-notes: services -->` becomes a slot of that kind with no key.
    """
    segments: list[str | Slot] = []
    fragments: dict[Slot, list[str]] = {}
    open_slots: list[Slot] = []
    position = 0
    for match in _MARK.finditer(html):
        text = html[position : match.start()]
        position = match.end()
        segments.append(text)
        for slot in open_slots:
            fragments[slot].append(text)
        _turn(match, segments, fragments, open_slots)
    segments.append(html[position:])
    joined = {slot: "".join(texts).strip() for slot, texts in fragments.items()}
    return Cut(tuple(segments), joined)


def _turn(
    match: re.Match[str],
    segments: list[str | Slot],
    fragments: dict[Slot, list[str]],
    open_slots: list[Slot],
) -> None:
    own, verb, kind, key = match.groups()
    slot = Slot(kind if own is None else own, unescape(key or ""))
    if own is not None or verb == "here":
        segments.append(slot)
    elif verb == "open":
        fragments[slot] = []
        open_slots.append(slot)
    elif slot in open_slots:
        open_slots.remove(slot)
