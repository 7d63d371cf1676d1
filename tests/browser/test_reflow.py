"""Narrow windows and large text need no sideways scrolling, with everything open."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.support.screen import SAMPLE_PAGES, open_all

EACH_PAGE = pytest.mark.parametrize("path", SAMPLE_PAGES)


@EACH_PAGE
def test_a_window_of_320_pixels_needs_no_sideways_scrolling(
    window: Callable[..., Page], address: str, path: str
) -> None:
    page = window(320, 640)
    page.goto(address + path)
    open_all(page)
    assert _too_wide(page) == []


@EACH_PAGE
def test_text_of_double_size_needs_no_sideways_scrolling(
    window: Callable[..., Page], address: str, path: str
) -> None:
    page = window()
    page.goto(address + path)
    open_all(page)
    page.evaluate(
        "document.documentElement.style.fontSize ="
        " 2 * parseFloat(getComputedStyle(document.documentElement).fontSize) + 'px'"
    )
    assert _too_wide(page) == []


def test_what_is_too_wide_would_be_seen(window: Callable[..., Page], address: str) -> None:
    page = window(320)
    page.goto(f"{address}about/")
    page.locator("article h1").evaluate("h1 => { h1.style.width = '330px' }")
    assert [element.split()[0] for element in _too_wide(page)] == ["H1", "page"]


def _too_wide(page: Page) -> list[str]:
    """Return what makes a page scroll sideways, or sticks out of the window or its own box."""
    return page.evaluate(TOO_WIDE)  # type: ignore[no-any-return]


TOO_WIDE = """() => {
    const root = document.documentElement;
    const scrolls = element => element && element !== document.body
        && (/auto|scroll/.test(getComputedStyle(element).overflowX)
            || scrolls(element.parentElement));
    const found = [...document.querySelectorAll(".md-header *, article *, .md-footer *")]
        .filter(element => element.checkVisibility({visibilityProperty: true}))
        .filter(element => !element.closest(".md-search, .md-header__title, svg"))
        .filter(element => !scrolls(element))
        .filter(element => element.getBoundingClientRect().right > root.clientWidth + 0.5)
        .map(element => element.tagName + " " + element.textContent.trim().slice(0, 40));
    if (root.scrollWidth > root.clientWidth) found.push("page");
    return found;
}"""
