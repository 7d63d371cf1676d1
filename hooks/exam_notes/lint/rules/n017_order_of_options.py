"""N017: Options stand in alphabetical order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from exam_notes.lint.draft import Draft
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.lint.sorting import sorted_by
from exam_notes.model import Problem
from exam_notes.order import alphabetical


def check(inspection: Inspection) -> Iterator[Problem]:
    for asked in inspection.questions:
        for (before, _), (option, line) in pairwise(asked.options):
            if alphabetical(option.title.text) < alphabetical(before.title.text):
                found = {"option": option.title.text, "before": before.title.text}
                yield RULE.at(asked.path, line, **found)


def fix(draft: Draft) -> str:
    """Sort the options of each question. A question with stray text is left alone."""
    keys = {
        draft.lines.of_callout(option.anchor): alphabetical(option.title.text)
        for question in draft.page.outline.questions
        for option in question.options
        if not question.stray
    }
    return sorted_by(draft, keys) if draft.slug else draft.source


RULE = Rule(
    code="N017",
    sentence="Options stand in alphabetical order.",
    why=(
        "By what readers see: case and marks such as backticks do not count, `9` stands "
        "before `10`."
    ),
    place=Place.OPTIONS,
    bad="""\
> [!failure]- A lock on the key
>
> S3 has no lock for writers.

> [!success]- A conditional write
>
> S3 checks the condition and rejects the later writer.
""",
    good="""\
> [!success]- A conditional write
>
> S3 checks the condition and rejects the later writer.

> [!failure]- A lock on the key
>
> S3 has no lock for writers.
""",
    message="option '{option}' stands after '{before}'; move it up to its alphabetical place",
    check=check,
    fix=fix,
)
