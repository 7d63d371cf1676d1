"""The table of measurements: what builds cost, and how that grows with the number of questions."""

from __future__ import annotations

from itertools import islice, pairwise
from math import log
from statistics import median
from typing import NamedTuple

HEADER = (
    "          |  seconds, median  | processor seconds | peak memory, MB | growth, 1 is linear\n"
    "questions |    on   off ratio |    on   off ratio |     on      off |   on   off hook alone"
)


class Cost(NamedTuple):
    """What one build took, or the median of several.

    `seconds` are those on the wall, `processor` those that other programs do not lengthen.
    """

    seconds: float
    processor: float
    megabytes: float


class Row(NamedTuple):
    """A size with what it costs with the hook and without."""

    questions: int
    on: Cost
    off: Cost


def middle(costs: list[Cost]) -> Cost:
    return Cost(*(median(column) for column in zip(*costs)))


def growth(rows: list[Row]) -> str:
    """Return the exponents of the growth of processor seconds from one size to the next."""
    for before, row in pairwise(rows):
        size = log(row.questions / before.questions)
        on, off = (
            log(after / former) / size for former, after in zip(_processor(before), _processor(row))
        )
        shares = [with_hook - without for with_hook, without in map(_processor, (before, row))]
        own = f"{log(shares[1] / shares[0]) / size:.2f}" if min(shares) > 0 else "-"
        return f"{on:5.2f} {off:5.2f} {own:>10}"
    return ""


def _processor(row: Row) -> tuple[float, float]:
    return row.on.processor, row.off.processor


def line(row: Row, growth: str) -> str:
    pairs = zip(row.on, row.off)
    seconds, processor = (f"{on:6.1f}{off:6.1f} {on / off:5.2f}" for on, off in islice(pairs, 2))
    memory = f"{row.on.megabytes:7.0f} {row.off.megabytes:8.0f}"
    return f"{row.questions:9,} |{seconds} |{processor} |{memory} |{growth}".rstrip(" |")
