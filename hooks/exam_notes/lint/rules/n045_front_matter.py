"""N045: Front matter says that the search leaves a page out, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem
from exam_notes.reading.front_matter import first_not_allowed, front_matter_of, is_unclosed


def check(inspection: Inspection) -> Iterator[Problem]:
    for located in inspection.pages:
        front_matter = front_matter_of(located.page.source.text)
        if line := first_not_allowed(front_matter):
            text = located.text_lines[line - 1]
            yield RULE.at(located.path, line, text=text)
        elif is_unclosed(located.page.source.text):
            yield RULE.at(located.path, 1, text="---")


RULE = Rule(
    code="N045",
    sentence="Front matter says that the search leaves a page out, and nothing else.",
    why="Title and description are made of the page itself.",
    place=Place.PAGE,
    bad="""\
---
title: All about S3
---

# Amazon S3
""",
    good="""\
---
search:
  exclude: true
---

# Amazon S3
""",
    message="front matter '{text}' is not read; write 'search:' and '  exclude: true', or nothing",
    check=check,
)
