"""N035: Headings go down one level at a time, below one heading of the first level."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import NamedTuple

from exam_notes.lint.exam_page import faults_of_exam
from exam_notes.lint.ids import Named, all_named, free_id
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.page import Located
from exam_notes.lint.pastes import asking_headings, in_paste
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem
from exam_notes.paths import EXAM
from exam_notes.reading.outline import Heading


class _Step(NamedTuple):
    """A heading, its line, the level of the one before it (0 for none), whether it asks."""

    located: Located
    heading: Heading
    line: int
    before: int
    asks: bool


def check(inspection: Inspection) -> Iterator[Problem]:
    taken = {named.heading.id for named in all_named(inspection) if named.heading.explicit}
    is_told = bool(inspection.once(faults_of_exam))  # with the heading to write
    for located in inspection.pages:
        if is_told and located.page.path == EXAM:
            continue
        for step in _steps(located, asking_headings(inspection)):
            fault = _fault(step)
            if fault and not in_paste(inspection, located.path, step.line):
                title, write = step.heading.title.text, _write(step, taken)
                yield RULE.at(located.path, step.line, title=title, fault=fault, write=write)


def _steps(located: Located, asking: Container[tuple[str, int]]) -> Iterator[_Step]:
    """Yield the headings; where a page of a service has no title, that is told by N019."""
    headings = list(zip(located.page.outline.headings, located.lines.headings))
    untitled = located.slug and not any(heading.level == 1 for heading, _ in headings)
    levels = [int(bool(untitled)), *(heading.level for heading, _ in headings)]
    for before, (heading, line) in zip(levels, headings):
        yield _Step(located, heading, line, before, (located.path, line) in asking)


def _fault(step: _Step) -> str:
    """Say what is wrong with a heading, "" where nothing is."""
    level, before = step.heading.level, step.before
    if level == 1 and before:
        return "is a second heading of the first level"
    if step.asks:
        return f"asks, but is of level {level}: no question"
    if level > before + 1:
        return f"is of level {level} below level {before}" if before else "is no page title"
    return ""


def _write(step: _Step, taken: set[str]) -> str:
    """Return the line to write; a heading of the second level gets, or keeps, its id."""
    title, level = step.heading.title.text, step.heading.level
    explicit = step.heading.explicit
    new = 2 if level == 1 or step.asks else step.before + 1
    if new == 2 and step.located.slug and level > 1 and not (explicit or step.asks):
        return f"**{title}**"  # every heading of the second level is a question there
    if new == 2 and (step.located.slug or step.located.is_terms):
        proposal = Named(step.located, step.heading, step.line).proposal
        id = step.heading.id if explicit else free_id(proposal, taken)
        return f"## {title} {{ #{id} }}"
    return f"{'#' * new} {title}"


RULE = Rule(
    code="N035",
    sentence="Headings go down one level at a time, below one heading of the first level.",
    why="On a page under `docs/services/` a question is a heading of the second level.",
    place=Place.PAGE,
    bad="""\
# Amazon S3

## Two writers, one key { #s3-two-writers }

#### What the writers have

Each has the ETag.
""",
    good="""\
# Amazon S3

## Two writers, one key { #s3-two-writers }

### What the writers have

Each has the ETag.
""",
    message="heading '{title}' {fault}; write '{write}'",
    check=check,
)
