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
    page = window()
    page.goto(address + path)
    assert page.evaluate(MOTION) == []
    page = window(reduced_motion="no-preference")
    page.goto(address + path)
    assert len(page.evaluate(MOTION)) > 10


MOTION = """() => [...document.querySelectorAll("*")].flatMap(element =>
    [null, "::before", "::after"].filter(part => {
        const style = getComputedStyle(element, part);
        return /[1-9]/.test(style.transitionDuration + style.animationDuration)
            || style.scrollBehavior === "smooth";
    }).map(part => element.tagName + (part || "") + " " + element.className))"""
