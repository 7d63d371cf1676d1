"""The order in which options, terms and their places stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from exam_notes.model import Place, Question, Role

_NUMBER = re.compile(r"(\d+)")
_VENDOR = re.compile(r"^(?:Amazon|AWS) ")

SortKey = tuple[tuple[int, int, str], ...]


def alphabetical(text: str) -> SortKey:
    """Return a sort key for visible text: case ignored, numbers compared as numbers."""
    parts = _NUMBER.split(text.casefold())
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part)


def term_key(name: str) -> SortKey:
    """Return the sort key of a term: its name without a leading "Amazon" or "AWS"."""
    return alphabetical(_VENDOR.sub("", name))


def letter(name: str) -> str:
    """Return the letter a term stands under, "0-9" for anything but a letter."""
    first = _VENDOR.sub("", name)[:1].upper()
    return first if "A" <= first <= "Z" else "0-9"


def by_title(questions: Iterable[Question]) -> list[Question]:
    """Return questions by their titles: an order that says nothing about their answers."""
    return sorted(questions, key=lambda question: alphabetical(question.title.text))


def by_role(places: Iterable[Place]) -> list[tuple[Role, list[Place]]]:
    """Group places by role, the strongest first."""
    ordered = sorted(places, key=lambda place: place.role)
    return [(role, list(group)) for role, group in groupby(ordered, lambda place: place.role)]
