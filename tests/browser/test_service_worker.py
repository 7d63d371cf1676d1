"""After one visit the whole site is there without a network, below its project path."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.builds import SITE_PATH
from tests.support.complaints import no_complaints
from tests.support.keeping import BAR, KEPT, keep, kept_files, listed_files, workers
from tests.support.patience import heard, patient, until
from tests.support.screen import KEPT_PAGES, S3, SAMPLE_PAGES
from tests.support.search import ask, open_search
from tests.support.serving import Answer, Server


@pytest.fixture(scope="module")
def reader(browser: Browser, site: Path) -> Iterator[tuple[Page, str]]:
    """A page of a reader who has visited the home page before the server went, and its address."""
    context = patient(browser.new_context())
    page = context.new_page()
    with Server(site) as server:
        keep(page, server.address)
        server.stop()
        yield page, server.address
    context.close()


@pytest.fixture
def gone(reader: tuple[Page, str]) -> Iterator[Page]:
    """The page of that reader; no request fails, and no error stands on the console."""
    page, _ = reader
    with no_complaints(page, but="status of 404"):
        yield page


def test_every_page_is_there(gone: Page, reader: tuple[Page, str], site: Path) -> None:
    """Those that stand for all with their look, their pictures and their scripts."""
    _, address = reader
    for path in SAMPLE_PAGES:
        response = gone.goto(address + path)
        assert response
        assert response.status == 200
        assert response.from_service_worker
        assert gone.evaluate(LOOK) == {"styled": True, "scripts": True, "missing": []}
    for path in KEPT_PAGES:
        file = site / path / "index.html" if not path.endswith(".html") else site / path
        assert gone.evaluate(TEXT, address + path) == file.read_text("utf-8")


TEXT = "async (url) => (await fetch(url)).text()"


# goto() has waited until everything was loaded, pictures too.
LOOK = """() => ({
    styled: getComputedStyle(document.querySelector(".md-header")).position === "sticky",
    scripts: document.documentElement.classList.contains("js"),
    missing: [...document.images].filter((image) => !image.naturalWidth).map(({src}) => src),
})"""


@pytest.mark.parametrize(
    ("path", "lands"),
    [
        ("services/s3", "services/s3/"),
        ("services/s3?h=timestamp", "services/s3/?h=timestamp"),
        (f"services/s3#{S3.questions[1].id}", f"services/s3/#{S3.questions[1].id}"),
        ("services/s3/index.html", "services/s3/index.html"),
        ("index.html", "index.html"),
        ("?utm_source=mail", "?utm_source=mail"),
    ],
)
def test_a_page_is_there_by_any_of_its_addresses(
    gone: Page, reader: tuple[Page, str], path: str, lands: str
) -> None:
    _, address = reader
    response = gone.goto(address + path)
    assert response
    assert (response.status, gone.url) == (200, address + lands)
    title = "Amazon S3" if "s3" in path else "AWS Developer exam notes"
    assert gone.title().startswith(title)


def test_an_unknown_address_is_answered_with_404(gone: Page, reader: tuple[Page, str]) -> None:
    _, address = reader
    response = gone.goto(f"{address}services/nothing/here")
    assert response
    assert response.status == 404
    assert gone.locator("h1").inner_text() == "Page not found"
    assert gone.evaluate(LOOK) == {"styled": True, "scripts": True, "missing": []}


def test_words_of_a_search_are_marked(gone: Page, reader: tuple[Page, str]) -> None:
    _, address = reader
    gone.goto(f"{address}{S3.url}?h=timestamp")
    expect(gone.locator("article mark").first).to_be_visible()


def test_the_search_finds(gone: Page, reader: tuple[Page, str]) -> None:
    _, address = reader
    gone.goto(address)
    open_search(gone)
    assert ask(gone, "custom authorizer")[0] == "lambda-authorizer"
    gone.goto(f"{address}?q=cmk")
    expect(gone.locator(".md-search-result__item").first).to_contain_text("KMS key")


def test_everything_listed_is_kept_and_nothing_else(gone: Page, site: Path) -> None:
    assert kept_files(gone) == set(listed_files(site))


def test_the_sign_appears_once_on_a_page(browser: Browser, site: Path) -> None:
    """When all is kept, and on every page from then on."""
    context = patient(browser.new_context())
    page = context.new_page()
    with Server(site) as server:
        server.instead["sw.js"] = Answer(404, b"")
        page.goto(server.address)
        until(lambda: server.asked["sw.js"] > 0 and workers(page) == [])
        assert page.locator(BAR).count() == 0
        del server.instead["sw.js"]
        for path in ("", S3.url):
            page.goto(server.address + path)
            expect(page.locator(BAR)).to_have_text(KEPT)
            until(lambda: workers(page) == ["activated"])
            expect(page.locator(BAR)).to_have_count(1)
            expect(page.locator(BAR)).to_have_attribute("role", "status")
    context.close()


def test_other_requests_are_left_alone(browser: Browser, site: Path) -> None:
    """Of another method, outside the scope, of another origin."""
    context = patient(browser.new_context(bypass_csp=True))
    page = context.new_page()
    with Server(site) as server, Server(site) as other:
        keep(page, server.address)
        by_worker: dict[str, bool] = {}
        page.on("response", lambda got: by_worker.update({got.url: got.from_service_worker}))
        root = server.address.removesuffix(SITE_PATH) + "/"
        asked = [f"{server.address}terms/", f"{root}terms/", f"{other.address}terms/"]
        page.evaluate(FETCH, asked)
        until(lambda: heard(page) and len(by_worker) == len(asked), "answers")
        assert by_worker == dict(zip(asked, (True, False, False)))
        posted = page.evaluate(POST, f"{server.address}terms/")
        assert posted == "posted"
        assert server.asked["POST terms/"] == 1
    context.close()


FETCH = "all => Promise.all(all.map((one) => fetch(one, { mode: 'no-cors' })))"
POST = "address => fetch(address, { method: 'POST' }).then((response) => response.text())"
