"""N038: Nothing is left to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem
from exam_notes.reading.fences import code_in_text

_TODO = re.compile(r".*\bTODO\b.*")


def check(inspection: Inspection) -> Iterator[Problem]:
    for located in inspection.pages:
        code = code_in_text(located.page.source.text)
        for number, text in located.visible_lines:
            if number not in code and _TODO.match(text):
                yield RULE.at(located.path, number, text=text.strip(" >"))


RULE = Rule(
    code="N038",
    sentence="Nothing is left to be filled in.",
    why="The word that the template puts into every gap, wherever it stands in capitals.",
    place=Place.REASON,
    bad="TODO: why it is right.",
    good="S3 checks the condition and rejects the later writer.",
    message="'{text}' is still to be filled in; write the text that belongs there",
    check=check,
)
