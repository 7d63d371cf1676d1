"""Few pages that stand for all: together they hold every kind of element that any page holds.

A browser is slow, and what it shows of a page follows from the kinds of elements on it. So browser
tests visit these, and their number does not grow with the notes; what can be wrong with one page
alone, such as a picture without a text, is looked for in the HTML of all (tests/built).
"""

from __future__ import annotations

from collections.abc import Mapping
from html.parser import HTMLParser

EMPTY = ("br", "col", "hr", "img", "input", "source", "wbr")


def samples(pages: Mapping[str, str]) -> list[str]:
    """Return the names of pages, given with their HTML, that hold every kind of element."""
    kinds = {name: _kinds(html) for name, html in sorted(pages.items())}
    missing = set().union(*kinds.values())
    chosen = []
    while missing:
        chosen.append(max(kinds, key=lambda name: len(kinds[name] & missing)))
        missing -= kinds[chosen[-1]]
    return sorted(chosen)


def _kinds(html: str) -> set[str]:
    parser = _Kinds()
    parser.feed(html)
    return parser.found


class _Kinds(HTMLParser):
    """Collects kinds of elements: name and classes, each within those of its parent."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self._open = [""]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        kind = f"{tag}.{dict(attributes).get('class') or ''}"
        if tag != "span":  # colours of code
            self.found.add(f"{self._open[-1]} {kind}")
        if tag not in EMPTY:
            self._open.append(kind)

    def handle_endtag(self, tag: str) -> None:
        if tag not in EMPTY:
            self._open.pop()
