"""How long a wait lasts before a test gives up, and a browser that is slow on purpose.

Tests wait for what must come, so that a long patience costs nothing where it comes.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import BrowserContext, Page

# How many times the processor of every page is slowed down: SLOW_BROWSER=6 make test
SLOWNESS = int(os.environ.get("SLOW_BROWSER", "1"))
PATIENCE = 30_000 * SLOWNESS  # milliseconds


def until(holds: Callable[[], bool], what: str = "what was waited for") -> None:
    """Wait until something holds that no `expect` knows.

    What a page tells by events is told only while the page is asked something: see `heard`.
    """
    end = time.monotonic() + PATIENCE / 1000
    while not holds():
        assert time.monotonic() < end, f"{what} did not come"
        time.sleep(0.02)


def heard(page: Page) -> bool:
    """Let a page tell its events; True, for `heard(page) and ...`."""
    page.evaluate("0")
    return True


def patient(context: BrowserContext) -> BrowserContext:
    """Let everything in a context take its time."""
    context.set_default_timeout(PATIENCE)
    return context


@contextmanager
def slowed() -> Iterator[None]:
    """Slow down every page that is opened, `SLOWNESS` times; workers keep their speed."""
    new_page = BrowserContext.new_page

    def slow_page(context: BrowserContext) -> Page:
        page = new_page(context)
        session = context.new_cdp_session(page)  # kept: with its end the page would be fast again
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWNESS})
        return page

    if SLOWNESS > 1:
        BrowserContext.new_page = slow_page  # type: ignore[method-assign,assignment]
    yield
    BrowserContext.new_page = new_page  # type: ignore[method-assign]
