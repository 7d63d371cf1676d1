"""The sources of questions, as rules look at them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.page import LocatedQuestion
from exam_notes.reading.outline import Callout
from exam_notes.reading.page import SOURCES_TITLE


class Title(NamedTuple):
    """What the title of a list of sources says; one in another form says nothing."""

    checked: str
    task: str


def read_title(title: str) -> Title:
    match = SOURCES_TITLE.fullmatch(title)
    return Title(match["checked"], match["task"]) if match else Title("", "")


def callouts_of_sources(
    inspection: Inspection,
) -> Iterator[tuple[LocatedQuestion, Callout, int]]:
    """Yield each list of sources with its question and the line of its title."""
    for asked in inspection.questions:
        for callout in asked.outline.sources:
            yield asked, callout, asked.page.lines.of_callout(callout.anchor)
