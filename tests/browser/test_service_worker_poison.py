"""All projects of an origin share its caches: what another puts there is never shown.

Caches are damaged here as a page of another project can, by any name and at any time.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.support.keeping import BAR, NEW, keep, kept_files, listed_files, new_version, statuses
from tests.support.patience import PATIENCE, until
from tests.support.serving import Server

POISON = "<!doctype html><title>poisoned</title>"
PUT = """async ([name, key, body, headers]) => {
    const cache = await caches.open(name);
    await cache.put(key, new Response(body, { headers }));
}"""
OWN_CACHE = "caches.keys().then((names) => names.find((name) => name.startsWith('exam-notes ')))"
ABOUT = "about/index.html"


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def poison(
    page: Page,
    server: Server,
    site: Path,
    cache: str,
    body: str = POISON,
    headers: dict[str, str] | None = None,
) -> None:
    """Put an answer of a neighbour's where the worker of `site` looks for a page."""
    key = f"{server.address}{ABOUT}?{listed_files(site)[ABOUT]}"
    page.evaluate(PUT, [cache, key, body, headers or {"content-type": "text/html"}])


def is_own(page: Page, server: Server) -> bool:
    page.goto(f"{server.address}about/")
    return page.title().startswith("About")


@pytest.mark.parametrize("name", ["any name", "exam-notes", "OURS"])
def test_what_lies_there_before_the_first_visit_is_not_taken(
    page: Page, server: Server, site: Path, name: str
) -> None:
    """Under any name; under one like ours too, where it is fetched instead."""
    page.goto(f"{server.address}assets/images/logo.svg")
    ours = f"exam-notes {server.address} 0123456789ab"
    poison(page, server, site, ours if name == "OURS" else name)
    keep(page, server.address)
    server.stop()
    assert is_own(page, server)


def test_what_is_put_into_our_cache_later_is_not_shown_and_is_mended(
    page: Page, server: Server, site: Path
) -> None:
    keep(page, server.address)
    poison(page, server, site, page.evaluate(OWN_CACHE))
    assert is_own(page, server)
    until(lambda: ABOUT in kept_files(page))
    server.stop()
    until(lambda: statuses(page, ["about/"]) == {200})
    assert is_own(page, server)


def test_without_a_network_it_is_not_shown_either(page: Page, server: Server, site: Path) -> None:
    keep(page, server.address)
    poison(page, server, site, page.evaluate(OWN_CACHE))
    server.stop()
    response = page.goto(f"{server.address}about/")
    assert response
    assert response.status == 404
    expect(page.locator("h1")).to_have_text("Page not found")


def test_it_does_not_go_from_version_to_version(
    page: Page, server: Server, site: Path, tmp_path: Path
) -> None:
    """Though the page itself is the same in both."""
    keep(page, server.address)
    poison(page, server, site, page.evaluate(OWN_CACHE))
    server.site = new_version(site, tmp_path / "second", "The second version")
    page.reload()
    expect(page.locator(BAR)).to_have_text(NEW, timeout=PATIENCE)
    page.get_by_role("button", name="Reload").click()
    expect(page.locator("h1")).to_contain_text("The second version", timeout=PATIENCE)
    server.stop()
    assert is_own(page, server)


@pytest.mark.parametrize(
    "headers",
    [
        {"content-type": "text/plain"},
        {"content-type": "text/html", "refresh": "0; url=https://b.invalid/"},
        {"content-type": "text/html", "content-security-policy": "default-src 'none'"},
    ],
    ids=["type", "refresh", "policy"],
)
def test_headers_are_not_believed(
    page: Page, server: Server, site: Path, headers: dict[str, str]
) -> None:
    """The right bytes may come with anything else."""
    keep(page, server.address)
    body = (site / ABOUT).read_text("utf-8")
    poison(page, server, site, page.evaluate(OWN_CACHE), body, headers)
    server.stop()
    response = page.goto(f"{server.address}about/")
    assert response
    assert response.all_headers() == {"content-type": "text/html; charset=utf-8"}
    assert page.title().startswith("About")
