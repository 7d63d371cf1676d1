"""The order in which options and terms stand."""

from __future__ import annotations

import re

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
