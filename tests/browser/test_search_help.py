"""The search is started by any text, leads to a heading in sight, and lets its reader go on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.support.screen import S3, in_sight
from tests.support.search import open_search

WIDTHS = pytest.mark.parametrize("width", [390, 1280])
FIRST = ".md-search-result__item >> nth=0"


def paste(page: Page, text: str) -> None:
    """Put text into the field as a mouse, a voice or a keyboard on glass does: without a key."""
    page.evaluate("text => document.execCommand('insertText', false, text)", text)


def test_text_that_comes_without_a_key_starts_the_search(page: Page, address: str) -> None:
    page.goto(address)
    open_search(page)
    paste(page, "cmk")
    expect(page.locator(FIRST)).to_contain_text("KMS key")


def test_where_nothing_is_found_the_nearest_terms_are_offered(page: Page, address: str) -> None:
    page.goto(address + S3.url)
    open_search(page)
    paste(page, "ebz")
    advice = page.locator(".search-advice")
    expect(advice).to_contain_text("Terms with a similar name: Amazon EBS")
    advice.get_by_role("link", name="index of terms").click()
    page.wait_for_url(f"{address}terms/")


def test_the_nearest_term_is_a_key_away(page: Page, address: str) -> None:
    page.goto(address + S3.url)
    open_search(page)
    paste(page, "xonlk shyftq")
    term = page.locator(".search-advice a[href*='terms/#']").first
    expect(term).to_be_visible()
    href = term.evaluate("link => link.href")
    page.keyboard.press("ArrowDown")
    expect(term).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(href)


def test_advice_goes_when_something_is_found(page: Page, address: str) -> None:
    page.goto(address)
    open_search(page)
    paste(page, "xqzvwk jjhhgg")
    advice = page.locator(".search-advice")
    expect(advice).to_have_text("Or look through the index of terms.")
    page.locator(".md-search__input").fill("kms")
    expect(page.locator(FIRST)).to_be_visible()
    expect(advice).to_have_count(0)


@WIDTHS
@pytest.mark.parametrize(
    ("words", "id"),
    [("consistency", "strong-consistency"), ("redis", "redis-oss"), ("timestamp", "")],
)
def test_a_hit_lands_below_its_heading(
    window: Callable[..., Page], address: str, width: int, words: str, id: str
) -> None:
    """Or below the text of its option, where its heading is too far above."""
    page = window(width)
    page.goto(f"{address}terms/?h={words}#{id}" if id else f"{address}{S3.url}?h={words}")
    mark = page.locator("article mark:visible").first
    expect(mark).to_be_attached()
    head = f"#{id}" if id else "details[open]:has(mark) > summary > .letter"
    expect(page.locator(head).first).to_be_in_viewport()
    assert in_sight(page.locator(head).first)


@WIDTHS
def test_escape_gives_back_the_focus_and_the_place(
    window: Callable[..., Page], address: str, width: int
) -> None:
    page = window(width)
    page.goto(address + S3.url, wait_until="networkidle")
    link = page.locator(".question-foot > p > a").first
    link.focus()
    place = page.evaluate("scrollY")
    page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
    assert page.evaluate("scrollY") == place


@WIDTHS
def test_who_had_no_focus_goes_on_from_what_was_read(
    window: Callable[..., Page], address: str, width: int
) -> None:
    page = window(width)
    page.goto(address + S3.url, wait_until="networkidle")
    page.locator("article h2").nth(1).evaluate("one => one.scrollIntoView()")
    place = page.evaluate("scrollY")
    page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".md-search__input")).not_to_be_focused()
    expect(page.locator("article > [tabindex]")).to_have_count(0)
    assert page.evaluate("scrollY") == place
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")
    assert abs(page.evaluate("scrollY") - place) < 300
