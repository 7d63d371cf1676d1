"""N060: mkdocs.yml can be read, and says what the notes need."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.lint.settings_file import SETTINGS, SettingsFile
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    settings = inspection.circumstances.settings
    return problems_with(settings) if settings else iter(())


def problems_with(settings: SettingsFile) -> Iterator[Problem]:
    """Yield the problems of a file that is read before there are notes."""
    return (RULE.at(SETTINGS, line, write=fault) for line, fault in settings.faults)


RULE = Rule(
    code="N060",
    sentence="mkdocs.yml can be read, and says what the notes need.",
    why=(
        "By it the notes are read: while something is wrong with it, nothing else is told. "
        "`make build` and `make serve` do not begin then."
    ),
    place=Place.SETTINGS,
    bad="review_days: soon",
    good="review_days: 180",
    message="this line {write}",
    check=check,
)
