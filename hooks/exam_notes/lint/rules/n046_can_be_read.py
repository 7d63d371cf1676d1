"""N046: A page can be read."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    for located in inspection.pages:
        if refused := located.page.source.refused:
            yield RULE.at(located.path, refused.line, fault=refused.what)


RULE = Rule(
    code="N046",
    sentence="A page can be read.",
    why=(
        "A page is UTF-8, and not so large, so deep or so full of brackets that reading it takes "
        "minutes. `extra.limits` in `mkdocs.yml` sets other limits."
    ),
    place=Place.REASON,
    bad="> > > > > > > > > > > Eleven quotes inside each other.",
    good="> One quote.",
    message="this page {fault}; nothing of it was read",
    check=check,
)
