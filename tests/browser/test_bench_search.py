"""`make bench` measures the search, and counts right."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.bench.search import KEYS, Cost, line, measure


def test_the_search_is_measured_served_and_from_disk(
    browser: Browser, address: str, offline_copy: Path
) -> None:
    for start in (address, (offline_copy / "index.html").as_uri()):
        cost = measure(browser, start)
        assert len(cost.keys) == len(KEYS)
        assert min(cost.start, *cost.keys) > 0
        assert 100_000 < cost.memory < 100_000_000


def test_each_build_is_a_line_of_medians() -> None:
    """And the slowest of all keys."""
    costs = [Cost(120, [5, 7], 3e6), Cost(100, [9, 8], 1e6), Cost(900, [1, 40], 2e6)]
    figures = "|     2     0 |    120 |      8    40 |     2.0"
    assert line(1_300, "web", costs, b"x" * 2_000) == f"    1,300  web   {figures}"
