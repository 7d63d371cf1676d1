"""In high contrast, where backgrounds and masks go, letter, state and verdict are still there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.support.screen import OPTIONS, S3, expect_opened, not_painted

CLOSED = ("summary > .letter", "summary::after")
OPEN = (*CLOSED, ".verdict strong", ".verdict::before")
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])


@SCHEMES
@pytest.mark.parametrize("place", [0, 2], ids=["incorrect", "correct"])
def test_an_open_option_shows_letter_state_word_and_mark(
    window: Callable[..., Page], address: str, place: int, scheme: str
) -> None:
    page = window(height=3000, forced_colors="active", color_scheme=scheme)
    page.goto(address + S3.url)
    option = page.locator(OPTIONS).nth(place)
    option.locator("> summary").click()
    page.mouse.move(0, 0)
    parts = [f"details {part}" for part in (*OPEN, ".no-such-part")]
    assert not_painted(option, parts) == ["details .no-such-part"]


@SCHEMES
def test_a_closed_option_shows_letter_and_sign(
    window: Callable[..., Page], address: str, scheme: str
) -> None:
    page = window(forced_colors="active", color_scheme=scheme)
    page.goto(address + S3.url)
    option = page.locator(OPTIONS).first
    assert not_painted(option, [f"details > {part}" for part in CLOSED]) == []


def test_the_sign_tells_open_from_closed(window: Callable[..., Page], address: str) -> None:
    page = window(forced_colors="active")
    page.goto(address + S3.url)
    summary = page.locator(OPTIONS).first.locator("> summary")
    signs = []
    for _ in "closed", "open":
        signs.append(summary.evaluate("it => getComputedStyle(it, '::after').content[1]"))
        summary.click()
        expect_opened(page, [0] if len(signs) == 1 else [])
    assert signs == ["+", "−"]


@pytest.mark.parametrize("role", ["answer", "distractor"])
def test_the_index_shows_icon_and_word_of_a_role(
    window: Callable[..., Page], address: str, role: str
) -> None:
    page = window(forced_colors="active")
    page.goto(f"{address}terms/")
    page.get_by_label("Show roles").check()
    word = page.locator(f".role.{role}").first
    assert not_painted(word, [".role::before"]) == []
    assert word.inner_text() == role.capitalize()
