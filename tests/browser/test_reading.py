"""A first visit in a real browser: answers open, and nothing shows before they do."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from exam_notes.model import Service
from playwright.sync_api import Page, expect

from tests.support.screen import OPTIONS, SAMPLES

QUESTION = "services/s3/#s3-concurrent-writes"
EACH_SAMPLE = pytest.mark.parametrize("service", SAMPLES, ids=lambda service: service.slug)


def test_an_answer_opens_by_click(page: Page, address: str) -> None:
    page.goto(address + QUESTION)
    option = page.locator(OPTIONS).first
    expect(option.locator(".verdict")).to_be_hidden()
    option.locator("summary").click()
    expect(option.locator(".verdict")).to_contain_text("Incorrect")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_an_answer_opens_by_keyboard(page: Page, address: str, key: str) -> None:
    page.goto(address + QUESTION)
    option = page.locator(OPTIONS).first
    option.locator("summary").focus()
    page.keyboard.press(key)
    expect(option.locator(".verdict")).to_be_visible()


def test_an_answer_opens_by_its_anchor_without_javascript(
    window: Callable[..., Page], address: str
) -> None:
    page = window(java_script_enabled=False)
    page.goto(f"{address}services/s3/")
    anchor = page.locator("details.success .verdict").first.get_attribute("id")
    page.goto(f"{address}services/s3/#{anchor}")
    expect(page.locator("details.success .verdict").first).to_be_visible()
    expect(page.locator("details.failure .verdict").first).to_be_hidden()


@EACH_SAMPLE
def test_closed_answers_look_alike(page: Page, address: str, service: Service) -> None:
    page.goto(address + service.url)
    assert page.locator(OPTIONS).count() >= 2
    looks = page.locator(OPTIONS).evaluate_all(LOOK)
    assert len(set(looks)) == 1


# Whatever paints, of a closed option and of its title, before, after and during focus.
LOOK = """options => options.map(option => {
    const summary = option.querySelector("summary");
    const paints = /color|background|border|shadow|mask|opacity|filter|outline|^content|visib/;
    const look = () => [option, summary].flatMap(element =>
        [null, "::before", "::after"].map(part => {
            const style = getComputedStyle(element, part);
            return [...style].filter(name => paints.test(name) && !/radius|width/.test(name))
                .map(name => name + ":" + style.getPropertyValue(name)).join("; ");
        })).join("\\n");
    summary.blur();
    const before = look();
    summary.focus();
    return before + look();
})"""


@EACH_SAMPLE
def test_the_words_around_a_question_do_not_tell_the_verdict(
    page: Page, address: str, service: Service
) -> None:
    """Of the other pages the HTML is asked: tests/built/test_every_page.py."""
    page.goto(address + service.url)
    visible = page.locator("article").inner_text()
    assert not re.search(r"\b(?:Correct|Incorrect|Distractor)\b", visible)
