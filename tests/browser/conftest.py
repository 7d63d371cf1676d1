"""One browser, and windows that tests share."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright

from tests.support import chrome
from tests.support.complaints import no_complaints
from tests.support.patience import PATIENCE, patient, slowed
from tests.support.serving import Server

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium. There is no test without one: a missing browser is a failure."""
    executable = chrome.find()
    assert executable, "no browser found; run tests/support/install.py"
    with sync_playwright() as playwright, slowed():
        browser = playwright.chromium.launch(executable_path=executable, args=chrome.ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser of its own, with service workers."""
    context = patient(browser.new_context())
    yield context
    context.close()


@pytest.fixture
def server(site: Path) -> Iterator[Server]:
    """A server of the site that can be made to fail."""
    with Server(site) as server:
        yield server


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Windows by what cannot be changed later. To open one costs more than four visits: they are
    shared."""
    opened: dict[str, Page] = {}

    def shared_window(**settings: Any) -> Page:
        key = repr(sorted(settings.items()))
        if key not in opened:
            opened[key] = patient(browser.new_context(**settings)).new_page()
        return opened[key]

    yield shared_window
    for page in opened.values():
        page.context.close()


@pytest.fixture
def window(windows: Callable[..., Page]) -> Iterator[Callable[..., Page]]:
    """Opens a window of another width, height or look, without motion and service worker.

    It is one window for all that can be changed: a second call in a test empties the first one's.
    """
    used: list[Page] = []

    def open_window(width: int = 1280, height: int = 900, **settings: Any) -> Page:
        looks = {name: settings.pop(name, look) for name, look in LOOKS.items()}
        page = windows(service_workers="block", **settings)
        if page in used:
            forget(page)
        used.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(media="null", **looks)
        return page

    yield open_window
    for page in dict.fromkeys(used):
        forget(page)


# What a window looks like where a test does not say.
LOOKS: dict[str, Any] = {
    "color_scheme": "light",
    "forced_colors": "none",
    "reduced_motion": "reduce",
}


A_DAY = 24 * 60 * 60


def forget(page: Page) -> None:
    """Leave a window as if nobody had used it."""
    if page.url != "about:blank":
        clock = page.evaluate("Date.now()") / 1000
        assert abs(clock - time.time()) < A_DAY, "a clock that was set stays in a shared window"
        page.evaluate("localStorage.clear(); sessionStorage.clear()")
    page.goto("about:blank")
    page.unroute_all()
    page.mouse.move(0, 0)


@pytest.fixture
def page(window: Callable[..., Page], address: str) -> Iterator[Page]:
    """A window of 1280 by 900; errors on the console and foreign requests fail the test."""
    page = window()
    foreign: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith(address):
            foreign.append(request.url)

    page.on("request", note)
    with no_complaints(page):
        yield page
    page.remove_listener("request", note)
    assert foreign == []
