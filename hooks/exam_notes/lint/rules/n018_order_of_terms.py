"""N018: Terms stand in alphabetical order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from exam_notes.lint.draft import Draft
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.lint.sorting import sorted_by
from exam_notes.model import Problem
from exam_notes.order import term_key


def check(inspection: Inspection) -> Iterator[Problem]:
    for located in inspection.terms_pages:
        for (before, _), (term, line) in pairwise(located.headings(2)):
            if term_key(term.title.text) < term_key(before.title.text):
                found = {"term": term.title.text, "before": before.title.text}
                yield RULE.at(located.path, line, **found)


def fix(draft: Draft) -> str:
    """Sort the terms."""
    headings = zip(draft.page.outline.headings, draft.lines.headings)
    keys = {n: term_key(heading.title.text) for heading, n in headings if heading.level == 2}
    return sorted_by(draft, keys) if draft.is_terms else draft.source


RULE = Rule(
    code="N018",
    sentence="Terms stand in alphabetical order.",
    why=("On `docs/terms.md`. A leading Amazon or AWS does not count."),
    place=Place.TERMS,
    bad="""\
## Lock { #lock }

Something that keeps others from writing.

## AWS KMS { #kms }

Service that keeps keys.
""",
    good="""\
## AWS KMS { #kms }

Service that keeps keys.

## Lock { #lock }

Something that keeps others from writing.
""",
    message=(
        "term '{term}' stands after '{before}'; move it up to its alphabetical place (a "
        "leading Amazon or AWS does not count)"
    ),
    check=check,
    fix=fix,
)
