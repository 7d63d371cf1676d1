"""docs/sources.yml: every page that the notes cite, once.

A list of entries with these keys: `url`, without a fragment; `title`; `says`, what the notes take
from it in our own words; `marks`, figures and names that stand on the page, up to five words each;
`read`, the day somebody last read it. Only YAML's nodes are used: nothing in it becomes an object.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import yaml

from exam_notes.lint.dates import has_come, is_day
from exam_notes.lint.yaml_file import Fault, is_text, line_of, read_yaml

KEYS = ("url", "title", "says", "marks", "read")
MOST_WORDS = 5


class CitedPage(NamedTuple):
    """One entry; `line` is the one it begins on."""

    url: str
    title: str
    says: str
    marks: tuple[str, ...]
    read: str
    line: int


@dataclass(frozen=True, slots=True)
class CitedPages:
    """The file at `path` as a contributor names it: its sound entries, and what is wrong."""

    path: str
    pages: tuple[CitedPage, ...]
    faults: tuple[Fault, ...]

    @property
    def urls(self) -> frozenset[str]:
        return frozenset(page.url for page in self.pages)


def without_fragment(url: str) -> str:
    return url.partition("#")[0]


def read_sources(path: str, text: str) -> CitedPages:
    """Read the text of the file at `path`. An entry with a fault is left out, and told."""
    root = read_yaml(text)
    if isinstance(root, Fault):
        return CitedPages(path, (), (root,))
    if root is None:
        return CitedPages(path, (), ())
    if not isinstance(root, yaml.SequenceNode):
        return CitedPages(path, (), (Fault(1, "is no list; begin each entry with '- url: '"),))
    return _collected(path, [_Entry(node) for node in root.value])


def _collected(path: str, entries: list[_Entry]) -> CitedPages:
    faults = [fault for entry in entries for fault in entry.faults()]
    sound = [entry.page() for entry in entries if not any(entry.faults())]
    first = {page.url: page.line for page in reversed(sound)}
    repeated = [page for page in sound if first[page.url] != page.line]
    faults += (
        Fault(page.line, f"has an address that line {first[page.url]} has; keep one entry")
        for page in repeated
    )
    once = tuple(page for page in sound if first[page.url] == page.line)
    return CitedPages(path, once, tuple(sorted(faults)))


class _Entry:
    """One item of the list, on its way to a page."""

    def __init__(self, node: yaml.Node) -> None:
        self.line = line_of(node)
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        self.pairs: list[tuple[yaml.Node, yaml.Node]] = pairs
        self.values = {key.value: value for key, value in pairs if is_text(key)}

    def page(self) -> CitedPage:
        url, title, says, read = (self._text(key) for key in ("url", "title", "says", "read"))
        return CitedPage(url, title, says, self._marks(), read, self.line)

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong with the keys; of the values only where all keys are right."""
        found = [*self._faults_of_keys()]
        yield from found or (
            Fault(line_of(self.values[key]), fault) for key, fault in self._faults_of_values()
        )

    def _faults_of_keys(self) -> Iterator[Fault]:
        keys = [key.value if isinstance(key, yaml.ScalarNode) else "" for key, _ in self.pairs]
        for number, (node, key) in enumerate(zip((k for k, _ in self.pairs), keys)):
            line = line_of(node)
            if key not in KEYS:
                yield Fault(line, f"has the unknown key '{key}'; write {', '.join(KEYS)}")
            elif key in keys[:number]:
                yield Fault(line, f"has '{key}' twice in one entry; keep one")
        missing = [key for key in KEYS if key not in keys]
        if missing:
            yield Fault(self.line, f"begins an entry without '{missing[0]}'; add '{missing[0]}: '")

    def _faults_of_values(self) -> Iterator[tuple[str, str]]:
        for key in ("url", "title", "says", "read"):
            if not self._text(key):
                yield key, f"has no text for '{key}'; write it on the line"
        url, read = self._text("url"), self._text("read")
        if url and (not url.startswith("https://") or url != without_fragment(url)):
            yield "url", f"has '{url}'; write https://..., without # and what follows it"
        if read and not (is_day(read) and has_come(read, date.max)):
            yield "read", f"has '{read}', which is no day; write the day it was read, 2026-11-25"
        yield from (("marks", fault) for fault in self._faults_of_marks())

    def _faults_of_marks(self) -> Iterator[str]:
        node = self.values["marks"]
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            yield 'has no list of marks; write marks: ["900 seconds"]'
        elif not all(is_text(item) and item.value.strip() for item in node.value):
            yield "has a mark that is no text; put it in quotes"
        for mark in self._marks():
            if len(mark.split()) > MOST_WORDS:
                yield f"has the mark '{mark}' of more than {MOST_WORDS} words; keep the figure"

    def _marks(self) -> tuple[str, ...]:
        node = self.values["marks"]
        items = node.value if isinstance(node, yaml.SequenceNode) else []
        return tuple(str(item.value) for item in items if is_text(item))

    def _text(self, key: str) -> str:
        node = self.values[key]
        return str(node.value).strip() if is_text(node) else ""
