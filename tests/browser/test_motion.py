"""Nothing moves for those who asked their system for no motion."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.support.patience import until
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


def test_the_button_to_the_top_jumps_without_motion(
    window: Callable[..., Page], address: str
) -> None:
    page = window()
    page.goto(f"{address}{S3.url}#{S3.questions[1].id}")
    page.evaluate("scrollBy(0, -100)")
    expect(page.locator(".md-top")).to_be_visible()
    page.evaluate(NOTE_PLACES)
    page.locator(".md-top").click()
    until(lambda: bool(page.evaluate("places.at(-1) === 0")), "the top")
    assert page.evaluate("[...new Set(places)]") == [0]


# Where the page is whenever it has moved.
NOTE_PLACES = """async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    await frame(); // the way here has been told by now
    await frame();
    window.places = [];
    addEventListener("scroll", () => places.push(scrollY));
}"""


MOTION = """() => [...document.querySelectorAll("*")].flatMap(element =>
    [null, "::before", "::after"].filter(part => {
        const style = getComputedStyle(element, part);
        return /[1-9]/.test(style.transitionDuration + style.animationDuration)
            || style.scrollBehavior === "smooth";
    }).map(part => element.tagName + (part || "") + " " + element.className))"""
