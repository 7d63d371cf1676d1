"""A browser that keeps nothing (private windows, full disks, saved data) reads from the network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.support.complaints import no_complaints
from tests.support.keeping import BAR, keep, worker_of, workers
from tests.support.patience import heard, until
from tests.support.screen import S3, expect_all_opened
from tests.support.search import ask, open_search
from tests.support.serving import Answer, Server

DENIED = "Promise.reject(new DOMException('denied', 'SecurityError'))"
NO_STORAGE = f"(caches.open = () => {DENIED}, true)"


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page on whose console no error may stand."""
    page = context.new_page()
    with no_complaints(page):
        yield page


def everything_works(page: Page, server: Server) -> None:
    """Read, open answers, search, go to a hit; all of it from the network."""
    page.goto(server.address + S3.url)
    page.get_by_role("button", name="Open all answers").click()
    expect_all_opened(page)
    open_search(page)
    assert ask(page, "cmk")[0] == "kms-key"
    page.keyboard.press("Enter")
    expect(page.locator("#kms-key")).to_be_in_viewport()
    assert "terms/" in server.asked


@pytest.mark.parametrize(
    "browser_without",
    [
        f"ServiceWorkerContainer.prototype.register = () => {DENIED};",
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });",
        "Object.defineProperty(Navigator.prototype, 'connection', { value: { saveData: true } });",
    ],
    ids=["registration refused", "no service workers", "reader saves data"],
)
def test_without_a_worker_everything_works(
    page: Page, server: Server, browser_without: str
) -> None:
    page.add_init_script(browser_without)
    everything_works(page, server)
    assert page.locator(BAR).count() == 0
    assert page.context.service_workers == []


def test_without_storage_everything_works(page: Page, server: Server, site: Path) -> None:
    """The worker is there, but is refused a cache: it is not installed."""
    server.instead["sw.js"] = Answer(200, f"{NO_STORAGE};\n{worker_of(site)}".encode())
    everything_works(page, server)
    until(lambda: workers(page) == [])
    assert page.locator(BAR).count() == 0


def test_when_storage_is_refused_later_everything_works(page: Page, server: Server) -> None:
    """The worker is installed, and can read nothing any more."""
    keep(page, server.address)
    until(lambda: heard(page) and len(page.context.service_workers) == 1, "the worker")
    page.context.service_workers[0].evaluate(NO_STORAGE)
    everything_works(page, server)
