"""Days, months and years as notes write them: ISO, in one of three precisions."""

from __future__ import annotations

import re
from datetime import date


def is_day(text: str) -> bool:
    return re.fullmatch(r"\d{4}-\d\d-\d\d", text) is not None


def has_come(text: str, last_day: date) -> bool:
    """Tell whether a day, month or year exists and has begun by `last_day`."""
    try:
        return date.fromisoformat((text + "-01-01")[:10]) <= last_day
    except ValueError:
        return False
