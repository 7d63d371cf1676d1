"""Who never turns to the search pays neither for its index nor for its worker."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.support.patience import heard, patient, until
from tests.support.screen import S3, open_all
from tests.support.search import ask, open_search

INDEX, WORKER = "search/search_index.json", "assets/javascripts/workers/search."
FIRST_RESULT = ".md-search-result__item >> nth=0"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page without the service worker, which keeps the index for reading without a network."""
    context = patient(browser.new_context(service_workers="block"))
    yield context.new_page()
    context.close()


@pytest.fixture
def loaded(page: Page, address: str) -> list[str]:
    """What of the search the page has requested by now."""
    requests: list[str] = []

    def note(url: str) -> None:
        requests.extend(part for part in (INDEX, WORKER) if url.startswith(address + part))

    page.on("request", lambda request: note(request.url))
    return requests


def test_a_visit_without_search_loads_nothing_of_it(
    page: Page, address: str, loaded: list[str]
) -> None:
    """Reading, opening answers, filtering terms, going to other pages."""
    for path in ("", S3.url, "terms/"):
        page.goto(address + path)
        open_all(page)
    page.get_by_label("Show terms with").press_sequentially("kms")
    page.mouse.wheel(0, 5000)
    page.wait_for_load_state("networkidle")
    assert loaded == []


def by_click(page: Page) -> None:
    page.locator(".md-search__input").click()


def by_key(page: Page) -> None:
    page.keyboard.press("/")


@pytest.mark.parametrize("turn", [by_click, by_key])
def test_who_turns_to_the_search_loads_it_once(
    page: Page, address: str, loaded: list[str], turn: Callable[[Page], None]
) -> None:
    page.goto(address)
    assert loaded == []
    turn(page)
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("cmk")
    expect(page.locator(FIRST_RESULT)).to_contain_text("KMS key")
    assert sorted(loaded) == [WORKER, INDEX]


def test_a_phone_loads_it_with_its_search_button(
    page: Page, address: str, loaded: list[str]
) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(address)
    assert loaded == []
    page.get_by_role("button", name="Search").click()
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("cmk")
    expect(page.locator(FIRST_RESULT)).to_contain_text("KMS key")
    assert sorted(loaded) == [WORKER, INDEX]


def test_an_address_with_a_query_shows_results(page: Page, address: str, loaded: list[str]) -> None:
    page.goto(f"{address}?q=cmk")
    expect(page.locator(FIRST_RESULT)).to_contain_text("KMS key")
    assert sorted(loaded) == [WORKER, INDEX]


def test_an_address_with_marked_words_marks_them_and_searches_on(
    page: Page, address: str, loaded: list[str]
) -> None:
    page.goto(f"{address}{S3.url}?h=timestamp")
    expect(page.locator("article mark").first).to_be_visible()
    until(lambda: heard(page) and len(loaded) == 2, "worker and index")
    assert sorted(loaded) == [WORKER, INDEX]
    open_search(page)
    assert ask(page, "cmk")[0] == "kms-key"


def test_keys_typed_while_the_search_is_loading_count(page: Page, address: str) -> None:
    """The index comes late, and the results are those of all that was typed by then."""
    waiting: list[Route] = []
    page.route(f"{address}{INDEX}", lambda route: waiting.append(route))
    page.goto(address)
    page.locator(".md-search__input").press_sequentially("custom authorizer")
    until(lambda: heard(page) and len(waiting) == 1, "the request for the index")
    waiting[0].continue_()
    expect(page.locator(FIRST_RESULT)).to_contain_text("Lambda authorizer")
