"""Rules on a page as a whole: its markup, its headings, its place in the navigation."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from exam_notes.located import Located
from exam_notes.model import Problem
from exam_notes.paths import service_slug
from exam_notes.source_lines import unfenced_lines, visible_lines

_CODE = re.compile(r"(`+).*?\1")
_TODO = re.compile(r".*\bTODO\b.*")


def page_problems(
    located: Located, authors_slots: Sequence[str], navigation: Collection[str] | None
) -> Iterator[Problem]:
    """N021, N026, N034, N035, N038."""
    for html in located.page.outline.raw_html:
        yield located.problem("N026", _line_of_html(located, html), html=html)
    for number, text in visible_lines(located.page.source):
        if _TODO.match(text):
            yield located.problem("N038", number, text=text.strip(" >"))
    if navigation is not None and located.page.path not in navigation:
        yield located.problem("N034", 1, page=located.page.path)
    yield from _slots(located, authors_slots)
    yield from _headings(located)


def _line_of_html(located: Located, html: str) -> int:
    """Return the line on which a piece of HTML begins, outside code."""
    first = html.strip().split("\n")[0]
    lines = visible_lines(located.page.source)
    return next((number for number, text in lines if first in _CODE.sub("", text)), 1)


def _slots(located: Located, known: Sequence[str]) -> Iterator[Problem]:
    """N021. A slot that an author asks for has no key."""
    choice = " or ".join(f"'<!-- exam-notes: {kind} -->'" for kind in known)
    for slot in located.page.cut.slots:
        if not slot.key and slot.kind not in known:
            comment = f"<!-- exam-notes: {slot.kind} -->"
            line = _line_of_slot(located.page.source, slot.kind)
            yield located.problem("N021", line, comment=comment, write=choice)


def _line_of_slot(source: str, kind: str) -> int:
    found = re.compile(rf"<!--\s*exam-notes\b[\s:]*{re.escape(kind)}\s*-->")
    return next((number for number, text in unfenced_lines(source) if found.search(text)), 1)


def _headings(located: Located) -> Iterator[Problem]:
    headings = list(zip(located.page.outline.headings, located.lines.headings))
    levels = [0, *(heading.level for heading, _ in headings)]
    for (before, level), (heading, line) in zip(pairwise(levels), headings):
        title = heading.title.text
        if level == 1 and before:
            fault = "is a second heading of the first level"
            yield located.problem("N035", line, title=title, fault=fault, write=f"## {title}")
        elif level > before + 1:
            write = f"{'#' * (before + 1)} {title}"
            if before == 1 and service_slug(located.page.path) and not heading.explicit:
                write = f"**{title}**"  # every heading of the second level is a question there
            fault = f"is of level {level} below level {before}" if before else "is no page title"
            yield located.problem("N035", line, title=title, fault=fault, write=write)
