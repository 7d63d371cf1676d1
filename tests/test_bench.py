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
    seconds, megabytes = build(tmp_path, hook)
    assert (0.05 < seconds < 300, 10 < megabytes < 3_000) == (True, True)
    assert (tmp_path / "site/services/korado/index.html").exists()
    assert (tmp_path / "site/notes.json").exists() == hook


def test_of_several_builds_the_median_counts() -> None:
    assert middle([Cost(9, 50), Cost(1, 70), Cost(2, 60)]) == Cost(2, 60)


@pytest.mark.parametrize(
    ("before", "after", "exponents"),
    [
        (Row(13, Cost(2, 0), Cost(1, 0)), Row(130, Cost(20, 0), Cost(10, 0)), "1.00 1.00 1.00"),
        (Row(10, Cost(2, 0), Cost(1, 0)), Row(40, Cost(36, 0), Cost(4, 0)), "2.08 1.00 2.50"),
        (Row(13, Cost(1, 0), Cost(1, 0)), Row(130, Cost(10, 0), Cost(1, 0)), "1.00 0.00 -"),
    ],
)
def test_growth_is_an_exponent(before: Row, after: Row, exponents: str) -> None:
    """With the hook, without it, and of the difference, which is the hook's share."""
    assert " ".join(growth([before, after]).split()) == exponents


def test_a_size_is_a_line() -> None:
    row = Row(1_300, Cost(10.5, 128.4), Cost(7, 53))
    assert line(row, growth([row])) == "    1,300 |  10.50     7.00 |  1.50 |    128       53"
