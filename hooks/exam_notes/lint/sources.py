"""The sources of questions, as rules look at them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.page import LocatedQuestion
from exam_notes.reading.outline import Callout
from exam_notes.reading.page import SOURCES_TITLE

_NUMBER = r"\d+(?:\.\d+)+"


class Title(NamedTuple):
    """What the title of a list of sources says; one in another form says nothing."""

    checked: str
    task: str


def read_title(title: str) -> Title:
    match = SOURCES_TITLE.fullmatch(title)
    return Title(match["checked"], match["task"]) if match else Title("", "")


def task_in(title: str, exam: str) -> str:
    """Return the task that a title names, also where its form is wrong; "" where there is none."""
    match = re.search(rf"\b{re.escape(exam)} {_NUMBER}(?:, {_NUMBER})*", title)
    return match[0] if match else ""


def callouts_of_sources(
    inspection: Inspection,
) -> Iterator[tuple[LocatedQuestion, Callout, int]]:
    """Yield each list of sources with its question and the line of its title."""
    for asked in inspection.questions:
        for callout in asked.outline.sources:
            yield asked, callout, asked.page.lines.of_callout(callout.anchor)
