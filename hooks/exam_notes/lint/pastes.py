"""Where on the pages of services questions stand in another form than that of this project."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.page import Located, LocatedQuestion
from exam_notes.lint.paste_lines import Kind, PasteLine, paste_lines
from exam_notes.lint.paste_reader import questions_in
from exam_notes.lint.pasted import Pasted
from exam_notes.reading.fences import hidden_by_comments
from exam_notes.reading.front_matter import lines_of_front_matter


class Paste(NamedTuple):
    """A pasted question of a page, from its heading or first line to its last one."""

    located: Located
    pasted: Pasted

    def holds(self, path: str, line: int) -> bool:
        return path == self.located.path and self.pasted.first <= line <= self.pasted.last


def pastes(inspection: Inspection) -> tuple[Paste, ...]:
    """Return every pasted question of the pages of services."""
    return inspection.once(_pastes)


def in_paste(inspection: Inspection, path: str, line: int) -> bool:
    """Tell whether a line belongs to a pasted question: N053 tells all there is to say."""
    return any(paste.holds(path, line) for paste in pastes(inspection))


def is_pasted(inspection: Inspection, asked: LocatedQuestion) -> bool:
    """Tell whether a question is a pasted one, or a heading above such without options."""
    if in_paste(inspection, asked.path, asked.line):
        return True
    lines = range(asked.line, _end(asked.page, asked.line))
    below = (p for p in pastes(inspection) if p.located.path == asked.path)
    return not asked.question.options and any(paste.pasted.first in lines for paste in below)


def asking_headings(inspection: Inspection) -> frozenset[tuple[str, int]]:
    """Return path and line of headings that are meant as questions, too deep to be some."""
    return inspection.once(_asking_headings)


def _asking_headings(inspection: Inspection) -> frozenset[tuple[str, int]]:
    return frozenset(
        (located.path, line)
        for located in inspection.service_pages
        for heading, line in zip(located.page.outline.headings, located.lines.headings)
        if heading.level > 2 and heading.title.text.endswith("?")
    )


def _pastes(inspection: Inspection) -> tuple[Paste, ...]:
    return tuple(paste for located in inspection.service_pages for paste in _of_page(located))


def _of_page(located: Located) -> Iterator[Paste]:
    for pasted in questions_in(_lines(located)):
        marked = pasted.answered or any(option.right for option in pasted.options)
        says_answer = marked and bool(pasted.options)
        if pasted.is_question and (says_answer or not _is_stem(located, pasted)):
            yield Paste(located, pasted)


def _lines(located: Located) -> Iterator[PasteLine]:
    """Yield the lines of a page; a callout is a wall between what stands above and below it."""
    texts = located.text_lines
    hidden = hidden_by_comments(texts) | set(range(lines_of_front_matter(located.page.source.text)))
    for line in paste_lines(texts):
        if line.raw.lstrip().startswith(">"):
            yield PasteLine(line.number, Kind.WALL, line.raw)
        elif line.number - 1 not in hidden:
            yield line


def _is_stem(located: Located, pasted: Pasted) -> bool:
    """Tell whether a list stands in the stem of a question with options: then it is part of it."""
    lines = range(pasted.last, _end(located, pasted.last))
    options = {option.anchor for asked in located.questions for option in asked.question.options}
    return any(
        opener.line in lines and callout and callout.anchor in options
        for opener, callout in located.lines.openers
    )


def _end(located: Located, line: int) -> int:
    """Return the line of the next heading of the second level, or the one behind the page."""
    later = (other for _, other in located.headings(2) if other > line)
    return min(later, default=len(located.text_lines) + 1)
