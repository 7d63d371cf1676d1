"""A new version is offered, never forced; and no reader is left behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.support.builds import copy_project, edit, run_build
from tests.support.keeping import (
    BAR,
    NEW,
    keep,
    kept_files,
    listed_files,
    new_version,
    workers,
)
from tests.support.patience import until
from tests.support.screen import S3
from tests.support.serving import Server

FIRST, SECOND, THIRD = "AWS Developer exam notes", "The second version", "The third version"


@pytest.fixture(scope="module")
def second(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_version(site, tmp_path_factory.mktemp("versions") / "second", SECOND)


@pytest.fixture(scope="module")
def third(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_version(site, tmp_path_factory.mktemp("versions") / "third", THIRD)


@pytest.fixture
def page(context: BrowserContext, server: Server) -> Page:
    """A page of the first version, of which the whole site is kept."""
    page = context.new_page()
    keep(page, server.address)
    return page


def expect_title(page: Page, title: str) -> None:
    expect(page.locator("h1")).to_contain_text(title)


def expect_offer(page: Page) -> None:
    expect(page.locator(BAR)).to_have_text(NEW)


def accept(page: Page) -> None:
    page.get_by_role("button", name="Reload").click()


def test_a_page_stays_as_it_is_until_its_reader_asks(
    page: Page, server: Server, second: Path
) -> None:
    server.site = second
    for _ in range(3):
        page.reload()
        expect_offer(page)
        expect_title(page, FIRST)
    page.goto(server.address + S3.url)
    expect_offer(page)
    accept(page)
    expect(page.locator(BAR)).to_have_text("Available offline")
    assert page.url == server.address + S3.url
    page.goto(server.address)
    expect_title(page, SECOND)
    assert workers(page) == ["activated"]
    assert len(page.evaluate("caches.keys()")) == 1
    assert kept_files(page) == set(listed_files(second))


def test_of_a_new_version_only_what_differs_is_loaded(
    page: Page, server: Server, second: Path
) -> None:
    server.asked.clear()
    server.site = second
    page.evaluate("navigator.serviceWorker.ready.then((worker) => worker.update())")
    expect_offer(page)
    assert server.asked == {"sw.js": 1, "index.html": 1}


def test_the_next_visit_after_all_windows_are_closed_has_the_new_version(
    context: BrowserContext, page: Page, server: Server, second: Path
) -> None:
    """Nobody has to press the button."""
    server.site = second
    page.reload()
    expect_offer(page)
    page.close()
    page = context.new_page()
    page.goto(server.address)
    expect_title(page, SECOND)


def test_every_window_can_follow(
    context: BrowserContext, page: Page, server: Server, second: Path
) -> None:
    """Also the one in which the button is pressed last, when the new version has begun already."""
    server.site = second
    other = context.new_page()
    for window in (page, other):
        window.goto(server.address)
        expect_offer(window)
    accept(page)
    expect_title(page, SECOND)
    expect_offer(other)
    expect_title(other, FIRST)
    accept(other)
    expect_title(other, SECOND)


def test_the_newest_of_several_versions_is_offered(
    page: Page, server: Server, second: Path, third: Path
) -> None:
    server.site = second
    page.reload()
    expect_offer(page)
    server.site = third
    page.reload()
    until(lambda: len(page.evaluate("caches.keys()")) == 3 and "installing" not in workers(page))
    expect_offer(page)
    accept(page)
    expect_title(page, THIRD)


def test_an_unchanged_site_is_no_new_version(page: Page) -> None:
    page.evaluate("navigator.serviceWorker.ready.then((ours) => ours.update())")
    page.reload()
    expect(page.locator(BAR)).to_have_text("Available offline")
    assert workers(page) == ["activated"]


def test_switched_off_it_leaves_browsers_that_had_it(
    page: Page, server: Server, tmp_path: Path
) -> None:
    """Worker and caches go, caches of others on the same host stay, and pages come from the net."""
    config = copy_project(tmp_path)
    edit(config, "offline_cache: true", "offline_cache: false")
    edit(tmp_path / "docs/index.md", f"# {FIRST}", f"# {SECOND}")
    assert run_build(tmp_path / "site", config=config).returncode == 0
    page.evaluate("caches.open('of a neighbour')")
    server.site = tmp_path / "site"
    page.reload()
    assert page.evaluate(GONE) == ["of a neighbour"]
    server.asked.clear()
    response = page.reload()
    assert response
    assert not response.from_service_worker
    expect_title(page, SECOND)
    assert workers(page) == []
    assert "assets/offline.js" not in server.asked


GONE = """async () => {
    while ((await navigator.serviceWorker.getRegistrations()).length)
        await new Promise((resolve) => setTimeout(resolve, 20));
    return caches.keys();
}"""
