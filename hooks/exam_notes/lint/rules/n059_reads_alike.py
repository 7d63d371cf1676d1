"""N059: GitHub's preview and this site show the same structure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exam_notes.lint.alike import differences
from exam_notes.lint.alike_mend import mended
from exam_notes.lint.draft import Draft
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.openers import faults_of
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem

_CONFLICT = re.compile(r"(?:<{7}|>{7})(?: |$)")


def check(inspection: Inspection) -> Iterator[Problem]:
    told = {(fault.path, fault.line) for fault in faults_of(inspection, "N008")}
    for located in inspection.pages:
        if any(map(_CONFLICT.match, located.text_lines)):
            continue  # N056 tells it: between two versions nothing reads alike
        for found in differences(located.page.source.text):
            if (located.path, found.line) not in told:
                yield RULE.at(located.path, found.line, what=found.what, write=found.write)


def fix(draft: Draft) -> str:
    """Put in empty lines, indent what is in items by four columns, write `1.` for `1)`."""
    return mended(draft.source)


RULE = Rule(
    code="N059",
    sentence="GitHub's preview and this site show the same structure.",
    why=(
        "Contributors read their notes in that preview. A list, a table or a fence has an empty "
        "line above it; what is in an item is indented by four columns; text struck through, "
        "footnotes, formulas and bare addresses are GitHub's alone."
    ),
    place=Place.REASON,
    bad="""\
S3 has two ways:
- a condition
- versions
""",
    good="""\
S3 has two ways:

- a condition
- versions
""",
    message="{what}, which GitHub's preview shows in another way; {write}",
    check=check,
    fix=fix,
)
