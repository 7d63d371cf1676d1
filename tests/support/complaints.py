"""What a browser complains about while a test runs, each of which fails it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import ConsoleMessage, Page, Request

# The browser itself gives up what it still loads when a page is left: an icon, the search index.
GIVEN_UP = "net::ERR_ABORTED"


@contextmanager
def no_complaints(page: Page, *, but: str | None = None) -> Iterator[None]:
    """Fail at the end where there was an error on the console (without the words `but`), an
    exception that nobody caught, or a request that failed."""
    found: list[str] = []

    def said(message: ConsoleMessage) -> None:
        if message.type == "error" and (but is None or but not in message.text):
            found.append(message.text)

    def failed(request: Request) -> None:
        if request.failure != GIVEN_UP:
            found.append(f"{request.url}: {request.failure}")

    listeners: dict[Any, Callable[[Any], None]] = {
        "console": said,
        "pageerror": lambda error: found.append(str(error)),
        "requestfailed": failed,
    }
    for event, listener in listeners.items():
        page.on(event, listener)
    yield
    for event, listener in listeners.items():
        page.remove_listener(event, listener)
    assert found == []
