"""Nothing moves for those who asked their system for no motion."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.support.screen import S3


@pytest.mark.parametrize("path", ["", S3.url, "terms/"])
def test_nothing_moves_for_those_who_want_no_motion(
    window: Callable[..., Page], address: str, path: str
) -> None:
    still, moving = window(), window(reduced_motion="no-preference")
    still.goto(address + path)
    assert still.evaluate(MOTION) == []
    moving.goto(address + path)
    assert len(moving.evaluate(MOTION)) > 10


def test_the_button_to_the_top_jumps_without_motion(
    window: Callable[..., Page], address: str
) -> None:
    page = window()
    page.goto(f"{address}{S3.url}#{S3.questions[1].id}")
    page.mouse.wheel(0, -100)
    page.locator(".md-top").click()
    page.wait_for_function("scrollY === 0", timeout=200)


MOTION = """() => [...document.querySelectorAll("*")].flatMap(element =>
    [null, "::before", "::after"].filter(part => {
        const style = getComputedStyle(element, part);
        return /[1-9]/.test(style.transitionDuration + style.animationDuration)
            || style.scrollBehavior === "smooth";
    }).map(part => element.tagName + (part || "") + " " + element.className))"""
