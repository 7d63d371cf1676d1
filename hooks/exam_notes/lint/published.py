"""docs/published-ids.txt: every question id that was ever published.

One id a line. An id whose question went away is followed by ` -> ` and where its content went:
another question's id, or a sentence. Empty lines and lines that begin with `#` say nothing.
"""

from __future__ import annotations

from typing import NamedTuple


class PublishedId(NamedTuple):
    """One line of the file; `successor` is "" while the question is expected to be there."""

    id: str
    successor: str
    line: int


class PublishedIds(NamedTuple):
    """The file: its path as a contributor sees it, and its entries."""

    path: str
    entries: tuple[PublishedId, ...]


def read_published(path: str, text: str) -> PublishedIds:
    """Read the text of the file at `path`."""
    lines = ((number, line.strip()) for number, line in enumerate(text.splitlines(), start=1))
    return PublishedIds(
        path, tuple(_entry(line, number) for number, line in lines if line and line[0] != "#")
    )


def _entry(line: str, number: int) -> PublishedId:
    id, _, successor = line.partition("->")
    return PublishedId(id.strip(), successor.strip(), number)
