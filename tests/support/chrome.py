"""Finds the Chromium that the browser tests drive."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
)
# Chromium's own calls home fail on a closed network, and have no place in a test anywhere.
# Nobody sees the two pages behind the address bar of each window, half the cost of opening it.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
)


def find() -> str | None:
    """Return the path of a browser: `CHROME`, one on the PATH, Playwright's own, or None."""
    return next((path for path in _candidates() if Path(path).is_file()), None)


def _candidates() -> Iterator[str]:
    yield from filter(None, [os.environ.get("CHROME")])
    yield from filter(None, map(shutil.which, NAMES))
    yield from ELSEWHERE
    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path
