"""One build, one server and one browser for all tests that need them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from exam_notes.publishing.offline_zip import FOLDER, pack
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser import chrome
from tests.builds import ENVIRONMENT, UNDER_TEST, build, run_build
from tests.faults import Server
from tests.notes import ROOT
from tests.serving import serve


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is published: built here, or before (SITE_UNDER_TEST)."""
    if UNDER_TEST:
        return ROOT / UNDER_TEST
    return build(tmp_path_factory.mktemp("web") / "site")


@pytest.fixture(scope="session")
def offline_zip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The offline copy as it is published: one zip."""
    folder = tmp_path_factory.mktemp("offline")
    done = run_build(folder / "site", "--strict", config=ROOT / "mkdocs.offline.yml")
    assert done.returncode == 0, done.stderr
    pack(folder / "site", folder / "copy.zip", ENVIRONMENT)
    return folder / "copy.zip"


@pytest.fixture(scope="session")
def offline_copy(offline_zip: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the notes, unpacked below one with spaces and letters beyond ASCII."""
    folder = tmp_path_factory.mktemp("disk") / "Größe & Übung 日本"
    with ZipFile(offline_zip) as archive:
        archive.extractall(folder)
    return folder / FOLDER


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built site is served, ending with the project path."""
    with serve(site) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium. There is no test without one: a missing browser is a failure."""
    executable = chrome.find()
    assert executable, "no browser found; run tests/browser/install.py"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=chrome.ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser of its own, with service workers."""
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def server(site: Path) -> Iterator[Server]:
    """A server of the site that can be made to fail."""
    with Server(site) as server:
        yield server


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Windows by their settings. To open one costs a browser more than four visits: tests share."""
    opened: dict[str, Page] = {}

    def shared_window(**settings: Any) -> Page:
        key = repr(sorted(settings.items()))
        if key not in opened:
            context = browser.new_context(**settings)
            context.set_default_timeout(5_000)
            opened[key] = context.new_page()
        opened[key].set_viewport_size(settings["viewport"])
        return opened[key]

    yield shared_window
    for page in opened.values():
        page.context.close()


@pytest.fixture
def window(windows: Callable[..., Page]) -> Iterator[Callable[..., Page]]:
    """Opens windows of another width, height or scheme, without motion and service worker."""
    used: list[Page] = []

    def open_window(width: int = 1280, height: int = 900, **settings: Any) -> Page:
        quiet = {"reduced_motion": "reduce", "service_workers": "block"}
        page = windows(viewport={"width": width, "height": height}, **quiet | settings)
        assert page not in used, "a second window like the first: other settings are needed"
        used.append(page)
        return page

    yield open_window
    for page in used:
        forget(page)


def forget(page: Page) -> None:
    """Leave a window as if nobody had used it."""
    if page.url != "about:blank":
        page.evaluate("localStorage.clear(); sessionStorage.clear()")
    page.goto("about:blank")
    page.unroute_all()
    page.emulate_media(media="null")
    page.mouse.move(0, 0)


@pytest.fixture
def page(window: Callable[..., Page], address: str) -> Iterator[Page]:
    """A window of 1280 by 900; errors on the console and foreign requests fail the test."""
    page = window()
    errors: list[str] = []
    foreign: list[str] = []
    listeners: dict[Any, Callable[[Any], None]] = {
        "console": lambda said: errors.append(said.text) if said.type == "error" else None,
        "pageerror": lambda error: errors.append(str(error)),
        "request": lambda got: None if got.url.startswith(address) else foreign.append(got.url),
    }
    for event, listener in listeners.items():
        page.on(event, listener)
    yield page
    for event, listener in listeners.items():
        page.remove_listener(event, listener)
    assert errors == []
    assert foreign == []
