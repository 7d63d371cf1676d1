"""Measures the search of made-up notes, served and from disk: start, latency of a key, memory.

`make bench` runs it. The start is from the first focus to the first result, with index and worker
still to be loaded; a key is from its release to its results. Memory is what the search adds to the
JavaScript heaps of the page and its worker.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[2] / "hooks"))
sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.bench.builds import config_of, copy_site, write_notes
from tests.bench.words import term_name
from tests.support import chrome
from tests.support.builds import ENVIRONMENT
from tests.support.notes import ROOT
from tests.support.serving import serve

SIZES = (13, 130, 1_300)
ROUNDS = 3
# Half a word finds most: as much as a reader ever waits for.
KEYS = term_name(7).lower()
OFFLINE = "INHERIT: mkdocs.offline.yml\nnav: null # one line for each page, by name\n"
HEADER = (
    "questions  build |  index, KB | start, | key, ms      | memory,\n"
    "                 | raw   gzip |     ms | median worst |      MB"
)


class Cost(NamedTuple):
    """What one use of the search took: milliseconds, and bytes of the heaps."""

    start: float
    keys: list[float]
    memory: float


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="such as 13,130")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        copy_site(folder)
        (folder / "mkdocs.offline.yml").write_bytes((ROOT / "mkdocs.offline.yml").read_bytes())
        (folder / "offline.yml").write_text(OFFLINE, "utf-8")
        browser = playwright.chromium.launch(
            executable_path=chrome.find(), args=[*chrome.ARGUMENTS, "--js-flags=--expose-gc"]
        )
        print(HEADER)
        for questions in map(int, options.sizes.split(",")):
            write_notes(folder, questions)
            for kind in ("web", "file"):
                costs, index = measure_build(browser, folder, kind)
                print(line(questions, kind, costs, index), flush=True)


def measure_build(browser: Browser, folder: Path, kind: str) -> tuple[list[Cost], bytes]:
    """Build the notes as `kind`; return what the search costs, and its index."""
    site = folder / "site"
    config = config_of(folder, hook=True) if kind == "web" else folder / "offline.yml"
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config), "-d", str(site)]
    subprocess.run(command, env=os.environ | ENVIRONMENT, check=True)
    with address_of(site, kind) as address:
        costs = [measure(browser, address) for _ in range(ROUNDS)]
    return costs, (site / "search/search_index.json").read_bytes()


@contextmanager
def address_of(site: Path, kind: str) -> Iterator[str]:
    if kind == "file":
        yield (site / "index.html").as_uri()
    else:
        with serve(site) as address:
            yield address


def measure(browser: Browser, address: str) -> Cost:
    """Use the search once, in a fresh browser context."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    heaps = Heaps(page)
    page.goto(address, wait_until="networkidle")
    before = heaps.used()
    start = page.evaluate(TYPE, KEYS[:3])
    keys = [page.evaluate(TYPE, KEYS[:count]) for count in range(1, len(KEYS) + 1)]
    cost = Cost(start, keys, heaps.used() - before)
    context.close()
    return cost


TYPE = """async (text) => {
    const input = document.querySelector(".md-search__input");
    const meta = document.querySelector(".md-search-result__meta");
    const said = (test) => new Promise((resolve) => {
        const look = () => test(meta.textContent.trim()) && resolve();
        const changes = { childList: true, characterData: true, subtree: true };
        new MutationObserver(look).observe(meta, changes);
        look();
    });
    const write = (text) => {
        input.value = text;
        input.dispatchEvent(new KeyboardEvent("keyup"));
    };
    if (document.activeElement === input) {
        write("");
        await said((text) => text.startsWith("Type to start"));
    }
    const start = performance.now();
    input.focus();
    write(text);
    await said((text) => !/^(Type to start|Initializing)/.test(text));
    return performance.now() - start;
}"""


class Heaps:
    """The JavaScript heaps of a page and of its workers."""

    def __init__(self, page: Page) -> None:
        self.session: CDPSession = page.context.new_cdp_session(page)
        self.workers: list[str] = []
        self.answers: dict[int, dict[str, Any]] = {}
        self.last = 0
        self.page = page
        self.session.on("Target.attachedToTarget", self._attached)
        self.session.on("Target.receivedMessageFromTarget", self._received)
        settings = {"autoAttach": True, "waitForDebuggerOnStart": False, "flatten": False}
        self.session.send("Target.setAutoAttach", settings)

    def used(self) -> float:
        """Return the bytes in use, without what is garbage."""
        self.session.send("HeapProfiler.collectGarbage")
        used = float(self.session.send("Runtime.getHeapUsage")["usedSize"])
        for worker in self.workers:
            self._ask(worker, "HeapProfiler.collectGarbage")
            used += self._ask(worker, "Runtime.getHeapUsage")["result"]["usedSize"]
        return used

    def _ask(self, worker: str, method: str) -> dict[str, Any]:
        self.last += 1
        message = json.dumps({"id": self.last, "method": method})
        self.session.send("Target.sendMessageToTarget", {"sessionId": worker, "message": message})
        while self.last not in self.answers:
            self.page.wait_for_timeout(5)
        return self.answers[self.last]

    def _attached(self, event: dict[str, Any]) -> None:
        if event["targetInfo"]["type"] == "worker":
            self.workers.append(event["sessionId"])

    def _received(self, event: dict[str, Any]) -> None:
        message = json.loads(event["message"])
        self.answers[message.get("id", 0)] = message


def line(questions: int, kind: str, costs: list[Cost], index: bytes) -> str:
    """Return a line of the table: the medians of several uses."""
    keys = [key for cost in costs for key in cost.keys]
    start, memory = median(cost.start for cost in costs), median(cost.memory for cost in costs)
    raw, packed = len(index) / 1000, len(gzip.compress(index)) / 1000
    return (
        f"{questions:9,}  {kind:<5} |{raw:6.0f}{packed:6.0f} |{start:7.0f} |"
        f"{median(keys):7.0f}{max(keys):6.0f} |{memory / 1_000_000:8.1f}"
    )


if __name__ == "__main__":
    main()
