"""What may go wrong with server, network and storage: nothing that worked before is broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.support.keeping import (
    BAR,
    KEPT,
    NEW,
    keep,
    kept_files,
    listed_files,
    new_version,
    statuses,
    workers,
)
from tests.support.patience import until
from tests.support.screen import KEPT_PAGES, S3
from tests.support.serving import Answer, Server

HOME_TITLE, S3_TITLE = "AWS Developer exam notes", "Amazon S3"
CSS = "assets/notes.css"


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def expect_title(page: Page, title: str) -> None:
    expect(page.locator("h1")).to_contain_text(title)


def reads_everything(page: Page, server: Server) -> bool:
    """Tell whether every page is there, with the server gone."""
    server.stop()
    found = statuses(page, KEPT_PAGES)
    server.start()
    return found == {200}


def test_the_server_goes_in_the_middle_of_a_visit(page: Page, server: Server) -> None:
    keep(page, server.address)
    server.stop()
    page.get_by_role("link", name="Index of terms").first.click()
    expect_title(page, "Index of terms")
    page.get_by_role("link", name="What concurrent clients may observe").first.click()
    expect_title(page, S3_TITLE)
    page.go_back()
    expect_title(page, "Index of terms")


def test_the_server_goes_during_the_first_caching(page: Page, server: Server, site: Path) -> None:
    """Nothing is installed; the next try goes on where this one ended."""
    server.instead["sw.js"] = Answer(404, b"")
    page.goto(server.address)
    until(lambda: server.asked["sw.js"] > 0)
    server.instead.clear()
    server.left = 12
    page.evaluate(REGISTER)
    until(lambda: server.left < 0 and workers(page) == [])
    begun, whole = kept_files(page), set(listed_files(site))
    assert set() < begun < whole
    server.left = float("inf")
    server.asked.clear()
    page.evaluate(REGISTER)
    until(lambda: workers(page) == ["activated"])
    assert set(server.asked) == {"sw.js"} | (whole - begun)
    assert kept_files(page) == whole
    assert reads_everything(page, server)


REGISTER = "navigator.serviceWorker.register('sw.js').then(() => true, () => false)"
UPDATE = "navigator.serviceWorker.ready.then((ours) => ours.update()).then(() => true, () => false)"

WRONG = {
    "error": Answer(500, b""),
    "missing": Answer(404, b"no"),
    "truncated": Answer(200, b"/* cut"),
    "partial": Answer(206, b"/* cut"),
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_with_one_file_wrong_nothing_is_installed(
    page: Page, server: Server, site: Path, wrong: Answer
) -> None:
    """And the wrong answer is kept nowhere; the next visit installs."""
    server.instead[CSS] = wrong
    page.goto(server.address)
    until(lambda: server.asked[CSS] >= 2 and workers(page) == [])
    assert page.locator(BAR).count() == 0
    assert CSS not in kept_files(page)
    del server.instead[CSS]
    keep(page, server.address)
    assert kept_files(page) == set(listed_files(site))


def test_a_new_version_with_one_file_wrong_leaves_the_old_one(
    page: Page, server: Server, site: Path, tmp_path: Path
) -> None:
    """In whatever way it is wrong; the next visit finds it mended."""
    keep(page, server.address)
    server.site = new_version(site, tmp_path / "second", "The second version")
    for wrong in WRONG.values():
        server.instead["index.html"] = wrong
        server.asked.clear()
        page.evaluate(UPDATE)
        until(lambda: server.asked["index.html"] > 0 and workers(page) == ["activated"])
        assert page.locator(BAR).all_inner_texts() == [KEPT]
        assert reads_everything(page, server)
    del server.instead["index.html"]
    page.reload()
    expect_title(page, HOME_TITLE)
    expect(page.locator(BAR)).to_have_text(NEW)


DROP = """async (names) => {
    for (const cache of await caches.keys())
        for (const request of await (await caches.open(cache)).keys())
            if (names.some((name) => request.url.includes(name)))
                await (await caches.open(cache)).delete(request);
}"""
DROP_ALL = "async () => { for (const name of await caches.keys()) await caches.delete(name); }"


def test_a_cache_that_lost_a_part_still_has_the_rest(page: Page, server: Server) -> None:
    keep(page, server.address)
    page.evaluate(DROP, ["services/s3/", "404.html"])
    server.stop()
    assert statuses(page, set(KEPT_PAGES) - {S3.url, "404.html"}) == {200}
    assert statuses(page, [S3.url]) == {0}


@pytest.mark.parametrize(
    "drop",
    [(DROP, ["services/s3/"]), (DROP, ["services/", "assets/"]), (DROP_ALL, None)],
    ids=["a page", "many files", "everything"],
)
def test_a_cache_that_lost_something_is_mended(
    page: Page, server: Server, site: Path, drop: tuple[str, list[str] | None]
) -> None:
    """By the first page that is missing, when there is a network."""
    keep(page, server.address)
    page.evaluate(*drop)
    assert kept_files(page) != set(listed_files(site))
    response = page.goto(server.address + S3.url)
    assert response
    assert response.status == 200
    until(lambda: kept_files(page) == set(listed_files(site)))
    assert reads_everything(page, server)


def test_an_error_is_never_kept(page: Page, server: Server) -> None:
    """Not even while a lost file is fetched again."""
    keep(page, server.address)
    page.evaluate(DROP, ["services/s3/"])
    server.instead[S3.url] = server.instead[f"{S3.url}index.html"] = Answer(500, b"<h1>Oh</h1>")
    response = page.goto(server.address + S3.url)
    assert response
    assert response.status == 500
    until(lambda: server.asked[f"{S3.url}index.html"] >= 1)
    server.instead.clear()
    page.reload()
    expect_title(page, S3_TITLE)
    until(lambda: f"{S3.url}index.html" in kept_files(page))
    assert reads_everything(page, server)
