"""What the tests of the service worker ask of a browser, and the versions of a site they deploy."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from exam_notes.publishing.files import add_service_worker
from playwright.sync_api import Page, expect

from tests.support.builds import SITE_PATH

BAR = ".offline-bar"
KEPT = "Available offline"
NEW = "There is a new version of these notes.Reload"


def keep(page: Page, address: str) -> None:
    """Visit a page and wait until the whole site is kept."""
    page.goto(address)
    expect(page.locator(BAR)).to_have_text(KEPT)


def new_version(site: Path, target: Path, text: str) -> Path:
    """Copy a site, with another title of its home page, as the build would publish it."""
    shutil.copytree(site, target)
    home = target / "index.html"
    home.write_text(re.sub("<h1[^>]*>[^<]*", f"<h1>{text}", home.read_text("utf-8")), "utf-8")
    add_service_worker(target, published(target) - set(listed_files(site)), keeps=True)
    return target


def published(site: Path) -> set[str]:
    """Return the paths of all files of a site."""
    return {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}


def kept_files(page: Page) -> set[str]:
    """Return the names of all files in the caches, by their address below the project path."""
    addresses: list[str] = page.evaluate(
        """async () => {
            const all = (await caches.keys()).map(async (name) => (await caches.open(name)).keys());
            return (await Promise.all(all)).flat().map(({ url }) => url);
        }"""
    )
    return {address.partition(SITE_PATH)[2].partition("?")[0] for address in addresses}


def statuses(page: Page, paths: Iterable[str]) -> set[int]:
    """Return what a page of the site gets for other pages, 0 where nothing answers."""
    found: list[int] = page.evaluate(
        """paths => Promise.all(paths.map(
            (path) => fetch(path).then(({ status }) => status, () => 0)
        ))""",
        [SITE_PATH + path for path in paths],
    )
    return set(found)


def listed_files(site: Path) -> dict[str, str]:
    """Return the files that the service worker of a site keeps, with their hashes."""
    found = re.search(r"^const FILES = (\{.*?\});$", worker_of(site), re.DOTALL | re.MULTILINE)
    assert found
    files: dict[str, str] = json.loads(found[1])
    return files


def worker_of(site: Path) -> str:
    """Return the code of the service worker of a site."""
    return (site / "sw.js").read_text("utf-8")


def workers(page: Page) -> list[str]:
    """Return the states of the service workers that the browser has for the page."""
    states: list[str] = page.evaluate(
        """async () => {
            const all = await navigator.serviceWorker.getRegistrations();
            return all.flatMap(({ installing, waiting, active }) => [installing, waiting, active])
                .filter(Boolean).map(({ state }) => state);
        }"""
    )
    return states
