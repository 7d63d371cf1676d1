"""Measures the practice with made-up questions: start, one answer, an exam, readiness, storage.

Run it as `python tests/bench/practice.py`. Every question has been seen five times when the page
starts. The site is built once; its data is replaced by that of the made-up notes.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[2] / "hooks"))
sys.path.insert(0, str(Path(__file__).parents[2]))

from exam_notes.exports.practice import INDEX, asked, practice_files, rights

from tests.bench.corpus import corpus
from tests.support import chrome
from tests.support.builds import build
from tests.support.notes import site_of
from tests.support.practising import WRITE_LOG, base36
from tests.support.serving import serve

SIZES = (13, 1_300, 13_000)
REVIEWS = 5
BEGIN = 1_780_000_000_000
DAY = 86_400_000
HEADER = (
    "questions reviews | index, KB gzip | log, MB | start, ms | answer | exam | progress\n"
    "                  |                |         |           |     ms |   ms |       ms"
)


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="such as 13,1300")
    sizes = map(int, parser.parse_args().sizes.split(","))
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        site = build(Path(name) / "site")
        browser = playwright.chromium.launch(executable_path=chrome.find(), args=chrome.ARGUMENTS)
        print(HEADER)
        for size in sizes:
            shelves, index = fill(site, size)
            with serve(site, compressed=True) as address:
                context = browser.new_context(service_workers="block")
                costs = measure(context.new_page(), address, shelves)
                context.close()
            reviews = sum(shelf.count("\n") + 1 for shelf in shelves.values())
            megabytes = sum(map(len, shelves.values())) / 1e6
            figures = " | ".join(f"{cost:6.0f}" for cost in costs)
            print(f"{size:9,} {reviews:7,} | {index / 1024:8.1f} | {megabytes:7.2f} | {figures}")


def fill(site: Path, size: int) -> tuple[dict[str, str], int]:
    """Write the data of made-up notes into a site; return a log, and the size of the index."""
    notes = site_of(corpus(size))
    for path, content in practice_files(notes, ()):
        (site / path).write_bytes(content)
    lines = [
        f"{base36(BEGIN + day * DAY + at)} {q.id} {asked(q)} {rights(q)} 1 s p"
        for at, q in enumerate(notes.questions.values())
        for day in (0, 1, 4, 12, 40)[:REVIEWS]
    ]
    shelves: dict[str, str] = {}
    for line in lines:
        shelf = str(int(line[:8], 36) // DAY)
        shelves[shelf] = f"{shelves[shelf]}\n{line}" if shelf in shelves else line
    return shelves, len(gzip.compress((site / INDEX).read_bytes(), 9))


def measure(page: Page, address: str, shelves: dict[str, str]) -> list[float]:
    """Return milliseconds: start, one answer, an exam to its first question, progress."""
    page.goto(f"{address}practice/")
    page.wait_for_selector(".practice-tabs")
    page.evaluate(WRITE_LOG, shelves)
    start = _open(page, address, "#practice", ".practice-view select")
    page.get_by_role("button", name="Begin").click()
    page.wait_for_selector(".practice-card")
    count = 2 if page.locator("input[type=checkbox]").count() > 1 else 1
    for at in range(count):
        page.locator(".practice-option").nth(at).click()
    answer = page.evaluate(ANSWER)
    _open(page, address, "#exam", ".practice-view input")
    exam = page.evaluate(EXAM)
    progress = _open(page, address, "#progress", ".practice-calendar")
    return [start, answer, exam, progress]


def _open(page: Page, address: str, anchor: str, wanted: str) -> float:
    page.goto("about:blank")
    page.goto(f"{address}practice/{anchor}", wait_until="commit")
    page.wait_for_selector(wanted, timeout=60_000)
    took: Any = page.evaluate("performance.now()")
    return float(took)


WAIT = """
    const until = (fits) => new Promise((resolve) => {
        const look = () => (fits() ? resolve(performance.now()) : requestAnimationFrame(look));
        look();
    });
    const click = (text) => [...document.querySelectorAll(".practice-button")]
        .find((button) => button.textContent === text).click();
    const start = performance.now();
"""
ANSWER = f"""async () => {{
    {WAIT}
    click("Check");
    return (await until(() => document.querySelector(".practice-card a"))) - start;
}}"""
EXAM = f"""async () => {{
    {WAIT}
    click("Begin the exam");
    return (await until(() => document.querySelector(".practice-clock"))) - start;
}}"""

if __name__ == "__main__":
    main()
