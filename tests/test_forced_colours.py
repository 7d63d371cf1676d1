"""In high contrast, where backgrounds and masks go, letter, state and verdict are still there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.screen import OPTIONS, S3, is_painted

PARTS = {
    "letter": "summary::before",
    "sign of the state": "summary::after",
    "word of the verdict": ".verdict strong",
    "mark of the verdict": ".verdict::before",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", [0, 2], ids=["incorrect", "correct"])
@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS.keys())
def test_an_open_option_shows_its(
    window: Callable[..., Page], address: str, part: str, place: int, scheme: str
) -> None:
    page = window(forced_colors="active", color_scheme=scheme)
    page.goto(address + S3.url)
    option = page.locator(OPTIONS).nth(place)
    option.locator("> summary").click()
    page.mouse.move(0, 0)
    assert is_painted(page, option, f"details {part}")
    assert not is_painted(page, option, "details .no-such-part")


@pytest.mark.parametrize("part", ["summary::before", "summary::after"])
def test_a_closed_option_shows_letter_and_sign(
    window: Callable[..., Page], address: str, part: str
) -> None:
    page = window(forced_colors="active")
    page.goto(address + S3.url)
    assert is_painted(page, page.locator(OPTIONS).first, f"details > {part}")


def test_the_sign_tells_open_from_closed(window: Callable[..., Page], address: str) -> None:
    page = window(forced_colors="active")
    page.goto(address + S3.url)
    summary = page.locator(OPTIONS).first.locator("> summary")
    signs = []
    for _ in "closed", "open":
        signs.append(summary.evaluate("it => getComputedStyle(it, '::after').content[1]"))
        summary.click()
    assert signs == ["+", "−"]


@pytest.mark.parametrize("role", ["answer", "distractor"])
def test_the_index_shows_icon_and_word_of_a_role(
    window: Callable[..., Page], address: str, role: str
) -> None:
    page = window(forced_colors="active")
    page.goto(f"{address}terms/")
    word = page.locator(f".{role} > .role").first
    assert is_painted(page, word, ".role::before")
    assert word.inner_text() == role.capitalize()
