"""Without JavaScript everything can be read and reached."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.support.notes import own_site
from tests.support.screen import OPTIONS, S3

PLAIN = Callable[..., Page]


@pytest.fixture
def plain(window: Callable[..., Page], address: str) -> PLAIN:
    """Open a page in a browser that runs no scripts."""

    def open_page(path: str, width: int = 1280, scheme: str = "light") -> Page:
        page = window(width, java_script_enabled=False, color_scheme=scheme)
        page.goto(address + path)
        return page

    return open_page


def test_every_option_opens_by_click_and_shows_its_reason(plain: PLAIN) -> None:
    page = plain(S3.url)
    options = [option for question in S3.questions for option in question.options]
    for place, option in enumerate(options):
        box = page.locator(OPTIONS).nth(place)
        expect(box.locator("> :not(summary)").first).to_be_hidden()
        box.locator("> summary").click()
        expect(box.locator(".verdict strong")).to_have_text(option.verdict.word)
        for part in box.locator("> :not(summary)").all():
            expect(part).to_be_visible()


@pytest.mark.parametrize("path", ["", S3.url, "terms/", "404.html"])
def test_the_scheme_follows_the_system(plain: PLAIN, path: str) -> None:
    colour = "one => getComputedStyle(one).{}.match(/\\d+/g).map(Number)"
    for scheme, is_dark in ("light", False), ("dark", True):
        page = plain(path, scheme=scheme)
        paper = page.locator("body").evaluate(colour.format("backgroundColor"))
        ink = page.locator("h1").evaluate(colour.format("color"))
        assert (max(paper) < 64, min(ink) > 192) == (is_dark, is_dark)


def test_all_terms_are_shown(plain: PLAIN) -> None:
    page = plain("terms/")
    names = [term.name for term in own_site().terms]
    shown = page.locator(".term > h3").evaluate_all(
        "all => all.filter(one => one.checkVisibility()).map(one => one.firstChild.data)"
    )
    assert shown == names


@pytest.mark.parametrize(
    ("path", "control"), [("terms/", ".terms-filter"), (S3.url, ".answers-control")]
)
def test_nothing_is_offered_that_needs_a_script(plain: PLAIN, path: str, control: str) -> None:
    expect(plain(path).locator(control)).to_be_hidden()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_navigation_leads_to_other_pages(plain: PLAIN, width: int) -> None:
    page = plain(S3.url, width)
    if width == 390:
        page.locator("label.md-header__button[for=__drawer]").click()
    page.locator(".md-sidebar--primary").get_by_role("link", name="Amazon RDS").click()
    expect(page.locator("h1")).to_contain_text("Amazon RDS")
