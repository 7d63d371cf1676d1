"""N040: A source is one link in an item of the list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.lint.sources import callouts_of_sources
from exam_notes.marks import Slot
from exam_notes.model import Problem
from exam_notes.reading.page import source_items
from exam_notes.visible import links, plain

_LIST = re.compile(r"<([uo]l)>.*</\1>", re.DOTALL)


def check(inspection: Inspection) -> Iterator[Problem]:
    for asked, _, line in callouts_of_sources(inspection):
        html = asked.page.page.cut.fragments.get(Slot("sources", asked.question.id), "")
        for item, fault in _faults(html) if asked.question.sources else ():  # N012 tells of none
            start = next((address for address, _ in links(item)), plain(item))
            at = asked.page.line_of(start, line)
            yield RULE.at(asked.path, at, item=plain(item), fault=fault)


def _faults(html: str) -> Iterator[tuple[str, str]]:
    """Yield what is no source in a list of sources, and why."""
    outside = _LIST.sub("", html)
    if plain(outside):
        yield outside, "stands outside the list"
    for item in source_items(html):
        if (number := len(links(item))) != 1:
            yield item, f"has {number or 'no'} link{'s' if number else ''}"


RULE = Rule(
    code="N040",
    sentence="A source is one link in an item of the list.",
    why="What is said about a source stands after its link, behind a colon.",
    place=Place.SOURCES,
    bad="""\
> [!quote]- Sources, checked 2026-11-23, DVA-C03 1.3
>
> - [Conditional writes](https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html)
> - The user guide, chapter on consistency
""",
    good="""\
> [!quote]- Sources, checked 2026-11-23, DVA-C03 1.3
>
> - [Conditional writes](https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html)
> - [Data consistency](https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html)
""",
    message="'{item}' {fault}; write '- [title](https://...)' for each page",
    check=check,
)
