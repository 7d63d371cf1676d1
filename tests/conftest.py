"""One build, one server and one browser for all tests that need them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from exam_notes.pack import FOLDER, pack
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import chrome
from tests.builds import ENVIRONMENT, UNDER_TEST, build, run_build
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
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A fresh page of 1280 by 900; errors on the console and foreign requests fail the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    errors: list[str] = []
    foreign: list[str] = []
    page.on(
        "console", lambda message: errors.append(message.text) if message.type == "error" else None
    )
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "request",
        lambda request: (
            foreign.append(request.url) if not request.url.startswith(address) else None
        ),
    )
    yield page
    context.close()
    assert errors == []
    assert foreign == []


@pytest.fixture
def window(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens windows of another width, height or scheme, without motion."""
    contexts = []

    def open_window(width: int = 1280, height: int = 900, **settings: Any) -> Page:
        size = {"width": width, "height": height}
        settings = {"viewport": size, "reduced_motion": "reduce"} | settings
        settings.setdefault("service_workers", "block")
        contexts.append(browser.new_context(**settings))
        contexts[-1].set_default_timeout(5_000)
        return contexts[-1].new_page()

    yield open_window
    for context in contexts:
        context.close()
