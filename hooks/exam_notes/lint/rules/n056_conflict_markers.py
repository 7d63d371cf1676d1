"""N056: No marker of a conflict is left."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem

_SIDE = re.compile(r"(?:<{7}|>{7}|\|{7})(?: .*)?")
_MIDDLE = re.compile(r"={7}\s*")


def check(inspection: Inspection) -> Iterator[Problem]:
    """Git's markers begin their lines, in code too; what shows some has a space before them."""
    for located in inspection.pages:
        inside = False
        for number, text in enumerate(located.text_lines, start=1):
            is_side = bool(_SIDE.fullmatch(text.rstrip()))
            if is_side or (inside and _MIDDLE.fullmatch(text)):
                yield RULE.at(located.path, number, text=text)
            inside = not text.startswith(">") if is_side else inside


RULE = Rule(
    code="N056",
    sentence="No marker of a conflict is left.",
    why=(
        "Where two people changed the same lines, git writes both, between such markers. Code that "
        "shows one has a space before it."
    ),
    place=Place.QUESTIONS,
    bad="""\
## Two writers, one key { #s3-two-writers }

<<<<<<< HEAD
Which one prevents a lost update?
=======
Which one prevents that an update is lost?
>>>>>>> main
""",
    good="""\
## Two writers, one key { #s3-two-writers }

Which one prevents a lost update?
""",
    message="'{text}' is a marker of a conflict; keep the lines that hold, remove the marker",
    check=check,
)
