"""Lets Lighthouse judge our pages beside the same notes in stock Material.

`make bench` runs it after the builds. Lighthouse comes by npm into build/lighthouse. Ours and
stock alternate, so that what else the machine does falls on both alike.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from itertools import product
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[2] / "hooks"))

from tests.support import chrome
from tests.support.builds import build
from tests.support.notes import ROOT
from tests.support.serving import serve
from tests.support.stock import build_stock

LIGHTHOUSE = "lighthouse@12.8.2"
FOLDER = ROOT / "build/lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PAGES = {"home": "", "S3": "services/s3/", "terms": "terms/"}
FORMS = {"mobile": [], "desktop": ["--preset=desktop"]}
HEADER = "page  form    | performance | accessibility | best practices |    SEO"
Report = dict[str, Any]


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument(
        "--rounds", type=int, default=3, help="runs of each page; the median counts"
    )
    rounds: int = parser.parse_args().rounds
    _install()
    missing: set[str] = set()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours, stock = build(folder / "ours"), build_stock(folder / "stock")
        with (
            serve(ours, compressed=True) as our_address,
            serve(stock, compressed=True) as stock_address,
        ):
            print(f"ours / stock Material\n{HEADER}", flush=True)
            for (page, path), (form, options) in product(PAGES.items(), FORMS.items()):
                reports: dict[str, list[Report]] = {our_address: [], stock_address: []}
                for _ in range(rounds):
                    for address, done in reports.items():
                        done.append(_judge(address + path, options))
                print(f"{page:5} {form:7} | {_row(*reports.values())}", flush=True)
                missing |= {f"{page} {form}: {lack}" for lack in _lacks(reports[our_address][0])}
    print("what ours lacks:", *sorted(missing) or ["nothing"], sep="\n  ")


def _install() -> None:
    npm = shutil.which("npm")
    if not npm:
        sys.exit("Lighthouse needs Node.js with npm.")
    command = [npm, "install", "--no-save", "--no-audit", "--no-fund", "--prefix", str(FOLDER)]
    subprocess.run([*command, LIGHTHOUSE], check=True, stdout=subprocess.DEVNULL)


def _judge(url: str, options: list[str]) -> Report:
    """Return Lighthouse's report on a page."""
    environment = os.environ | {"CHROME_PATH": chrome.find() or ""}
    flags = " ".join(("--headless=new", *chrome.ARGUMENTS))
    command = [
        str(FOLDER / "node_modules/.bin/lighthouse"),
        url,
        *options,
        f"--chrome-flags={flags}",
        f"--only-categories={','.join(CATEGORIES)}",
        "--output=json",
        "--quiet",
        "--no-enable-error-reporting",
    ]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"Lighthouse ended with {done.returncode}: {done.stderr}")
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def _row(ours: list[Report], stock: list[Report]) -> str:
    cells = [f"{_score(ours, name):4} /{_score(stock, name):4}" for name in CATEGORIES]
    return "{:^11} | {:^13} | {:^14} | {}".format(*cells)


def _score(reports: list[Report], category: str) -> int:
    scores: list[float] = [report["categories"][category]["score"] for report in reports]
    return round(100 * median(scores))


def _lacks(report: Report) -> list[str]:
    """Return the audits that cost points, but for performance, where every page has some."""
    return [
        f"{category}, {report['audits'][audit['id']]['title']}"
        for category in CATEGORIES[1:]
        for audit in report["categories"][category]["auditRefs"]
        if audit["weight"] and (report["audits"][audit["id"]]["score"] or 0) < 1
        if report["audits"][audit["id"]]["scoreDisplayMode"] not in ("notApplicable", "manual")
    ]


if __name__ == "__main__":
    main()
