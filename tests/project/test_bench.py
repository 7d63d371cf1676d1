"""`make bench` works, and counts right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.builds import build, copy_site, write_notes
from tests.bench.table import Cost, Row, growth, line, middle


@pytest.mark.parametrize("hook", [True, False])
def test_a_build_is_measured_with_and_without_the_hook(tmp_path: Path, *, hook: bool) -> None:
    copy_site(tmp_path)
    write_notes(tmp_path, 1)
    cost = build(tmp_path, hook)
    assert cost.processor > 0.05
    assert cost.seconds > 0.05
    assert 10 < cost.megabytes < 3_000
    assert (tmp_path / "site/services/korado/index.html").exists()
    assert (tmp_path / "site/notes.json").exists() == hook


def test_of_several_builds_the_median_counts() -> None:
    costs = [Cost(9, 1, 50), Cost(1, 3, 70), Cost(2, 2, 60)]
    assert middle(costs) == Cost(2, 2, 60)


def row(questions: int, on: float, off: float) -> Row:
    """Return a row of these seconds of the processor."""
    return Row(questions, Cost(7.5, on, 128.4), Cost(5, off, 53))


@pytest.mark.parametrize(
    ("before", "after", "exponents"),
    [
        (row(13, 2, 1), row(130, 20, 10), "1.00 1.00 1.00"),
        (row(10, 2, 1), row(40, 36, 4), "2.08 1.00 2.50"),
        (row(13, 1, 1), row(130, 10, 1), "1.00 0.00 -"),
    ],
)
def test_growth_is_an_exponent(before: Row, after: Row, exponents: str) -> None:
    """With the hook, without it, and of the difference, which is the hook's share."""
    assert " ".join(growth([before, after]).split()) == exponents


def test_each_size_is_a_line() -> None:
    small, large = row(130, 2, 1), row(1_300, 20, 10)
    costs = "|   7.5   5.0  1.50 |  20.0  10.0  2.00 |    128       53 |"
    assert line(large, growth([small, large])) == f"    1,300 {costs} 1.00  1.00       1.00"
    costs = "|   7.5   5.0  1.50 |   2.0   1.0  2.00 |    128       53"
    assert line(small, growth([small])) == f"      130 {costs}"
