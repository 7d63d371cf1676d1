"""docs/published-ids.txt: every address that was ever published, of questions and their options.

One id or anchor a line. One whose content went away is followed by ` -> ` and where it went:
another one, or a sentence. Empty lines and lines that begin with `#` say nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

PUBLISHED = "docs/published-ids.txt"

# What may be an address: none of the theme's, which begin with `_`.
ID = re.compile(r"[A-Za-z0-9][\w-]*")

Aliases = Mapping[str, tuple[str, ...]]


class PublishedId(NamedTuple):
    """One line of the file; `successor` is "" while the content is expected to be there."""

    id: str
    successor: str
    line: int


class PublishedIds(NamedTuple):
    """The file: its path as a contributor sees it, and its entries."""

    path: str
    entries: tuple[PublishedId, ...]

    @property
    def aliases(self) -> Aliases:
        """The old addresses of each address that has some, in the order of the file."""
        successors = {e.id: e.successor for e in self.entries if e.successor and ID.fullmatch(e.id)}
        found: defaultdict[str, list[str]] = defaultdict(list)
        for old, last in _ends(successors).items():
            if last != old:
                found[last].append(old)
        return {id: tuple(old) for id, old in found.items()}


def _ends(successors: Mapping[str, str]) -> Mapping[str, str]:
    """Return, for each address with an arrow, the one that has its content now.

    Each arrow is followed once, however long the chains are; a circle ends somewhere in it.
    """
    ends: dict[str, str] = {}
    for id in successors:
        way: dict[str, None] = {}
        while id in successors and id not in ends and id not in way:
            way[id] = None
            id = successors[id]
        ends |= dict.fromkeys(way, ends.get(id, id))
    return {id: ends[id] for id in successors}


def read_published(path: str, text: str) -> PublishedIds:
    """Read the text of the file at `path`."""
    lines = ((number, line.strip()) for number, line in enumerate(text.splitlines(), start=1))
    return PublishedIds(
        path, tuple(_entry(line, number) for number, line in lines if line and line[0] != "#")
    )


def published_ids(root: Path) -> PublishedIds:
    """Read the file of the project at `root`; nothing where it has none."""
    file = root / PUBLISHED
    content = file.read_bytes() if file.is_file() else b""
    return read_published(PUBLISHED, content.decode("utf-8-sig", errors="replace"))


def _entry(line: str, number: int) -> PublishedId:
    id, _, successor = line.partition("->")
    return PublishedId(id.strip(), successor.strip(), number)
