"""The table of measurements: what builds cost, and how that grows with the number of questions."""

from __future__ import annotations

from itertools import pairwise
from math import log
from statistics import median
from typing import NamedTuple

HEADER = (
    "          | seconds, median |       | peak memory, MB | growth: 1 is linear\n"
    "questions |     on      off | ratio |     on      off |    on   off  hook's share"
)


class Cost(NamedTuple):
    """What one build took, or the median of several."""

    seconds: float
    megabytes: float


class Row(NamedTuple):
    """A size with what it costs with the hook and without."""

    questions: int
    on: Cost
    off: Cost


def middle(costs: list[Cost]) -> Cost:
    return Cost(*(median(column) for column in zip(*costs)))


def growth(rows: list[Row]) -> str:
    """Return the exponents of growth from one size to the next: 1 where time grows as size does."""
    for before, row in pairwise(rows):
        size = log(row.questions / before.questions)
        shares = [r.on.seconds - r.off.seconds for r in (before, row)]
        own = f"{log(shares[1] / shares[0]) / size:13.2f}" if min(shares) > 0 else f"{'-':>13}"
        on = log(row.on.seconds / before.on.seconds) / size
        off = log(row.off.seconds / before.off.seconds) / size
        return f"{on:5.2f} {off:5.2f} {own}"
    return ""


def line(row: Row, growth: str) -> str:
    (on, on_memory), (off, off_memory) = row.on, row.off
    costs = f"{on:6.2f} {off:8.2f} | {on / off:5.2f} | {on_memory:6.0f} {off_memory:8.0f}"
    return f"{row.questions:9,} | {costs} | {growth}".rstrip(" |")
