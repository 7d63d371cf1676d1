"""N035: Headings go down one level at a time, below one heading of the first level."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.page import Located
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    for located in inspection.pages:
        yield from _problems(located)


def _problems(located: Located) -> Iterator[Problem]:
    headings = list(zip(located.page.outline.headings, located.lines.headings))
    levels = [0, *(heading.level for heading, _ in headings)]
    for (before, level), (heading, line) in zip(pairwise(levels), headings):
        title = heading.title.text
        if level == 1 and before:
            fault = "is a second heading of the first level"
            yield RULE.at(located.path, line, title=title, fault=fault, write=f"## {title}")
        elif level > before + 1:
            write = f"{'#' * (before + 1)} {title}"
            if before == 1 and located.slug and not heading.explicit:
                write = f"**{title}**"  # every heading of the second level is a question there
            fault = f"is of level {level} below level {before}" if before else "is no page title"
            yield RULE.at(located.path, line, title=title, fault=fault, write=write)


RULE = Rule(
    code="N035",
    sentence="Headings go down one level at a time, below one heading of the first level.",
    why="On a page under `docs/services/` nothing goes deeper than the second level.",
    place=Place.PAGE,
    bad="""\
# Amazon S3

### Two writers, one key { #s3-two-writers }
""",
    good="""\
# Amazon S3

## Two writers, one key { #s3-two-writers }
""",
    message="heading '{title}' {fault}; write '{write}'",
    check=check,
)
