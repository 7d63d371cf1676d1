"""Options for everybody: letters, the verdict in the accessible tree, one button for all."""

from __future__ import annotations

import re
from string import ascii_uppercase
from typing import Any

import pytest
from exam_notes.model import Service
from playwright.sync_api import Page, expect

from tests.support.screen import OPTIONS, S3, SAMPLES, expect_all_opened, expect_opened

EACH_SAMPLE = pytest.mark.parametrize("service", SAMPLES, ids=lambda service: service.slug)


@EACH_SAMPLE
def test_the_accessible_tree_holds_the_verdict_of_open_options(
    page: Page, address: str, service: Service
) -> None:
    """And of closed ones nothing but letter and text. For other pages see test_every_page.py."""
    page.goto(address + service.url)
    for place, option in enumerate(o for q in service.questions for o in q.options):
        letter, *text = _heard(page, place)
        assert re.fullmatch(r"[A-Z]\.", letter)
        assert "".join(text) == option.title.text.replace("\n", " ")
        page.locator(OPTIONS).nth(place).evaluate("option => option.open = true")
        verdicts = [text for text in _heard(page, place) if text in ("Correct", "Incorrect")]
        assert verdicts == [option.verdict.word]


@EACH_SAMPLE
def test_an_option_is_called_by_its_letter_and_its_text(
    page: Page, address: str, service: Service
) -> None:
    page.goto(address + service.url)
    called = [
        f"{letter}. {option.title.text}"
        for question in service.questions
        for letter, option in zip(ascii_uppercase, question.options)
    ]
    assert [name for name in _names(page) if re.match(r"[A-Z]\. ", name)] == called


def test_one_button_opens_and_closes_all_answers(page: Page, address: str) -> None:
    page.goto(address + S3.url)
    page.get_by_role("button", name="Open all answers").click()
    expect_all_opened(page)
    page.get_by_role("button", name="Close all answers").click()
    expect_opened(page, [])
    expect(page.get_by_role("button", name="Open all answers")).to_be_visible()


def test_the_button_says_what_is_left_to_do(page: Page, address: str) -> None:
    page.goto(address + S3.url)
    button = page.locator(".answers-control > button")
    summaries = page.locator(OPTIONS).locator("> summary").all()
    for summary in summaries:
        expect(button).to_have_text("Open all answers")
        summary.click()
    expect(button).to_have_text("Close all answers")
    summaries[0].click()
    expect(button).to_have_text("Open all answers")


def test_opening_all_answers_asks_each_of_them_a_few_times(page: Page, address: str) -> None:
    """However many there are: to ask all of thousands at each opening would take half a minute."""
    page.goto(address + S3.url)
    page.evaluate(COUNT_READS)
    page.get_by_role("button", name="Open all answers").click()
    expect(page.get_by_role("button", name="Close all answers")).to_be_visible()
    options = page.locator(OPTIONS).count()
    assert 0 < page.evaluate("window.reads") <= 4 * options


COUNT_READS = """() => {
    const open = Object.getOwnPropertyDescriptor(HTMLDetailsElement.prototype, "open");
    window.reads = 0;
    Object.defineProperty(HTMLDetailsElement.prototype, "open", {
        ...open, get() { window.reads++; return open.get.call(this); },
    });
}"""


def test_the_button_leaves_sources_and_backlinks_closed(page: Page, address: str) -> None:
    page.goto(address + S3.url)
    page.get_by_role("button", name="Open all answers").click()
    expect_all_opened(page)
    assert page.locator(f"article details[open]:not({OPTIONS})").count() == 0


def test_a_page_without_options_has_no_such_button(page: Page, address: str) -> None:
    page.goto(f"{address}terms/")
    expect(page.locator(".answers-control")).to_have_count(0)


def _heard(page: Page, place: int) -> list[str]:
    """Return the texts of an option that the browser tells a screen reader."""
    return [node["name"]["value"] for node in _tree(page, OPTIONS, place, "StaticText")]


def _names(page: Page) -> list[str]:
    """Return what a screen reader calls the things of the article that open."""
    return [node["name"]["value"] for node in _tree(page, "article", 0, "DisclosureTriangle")]


def _tree(page: Page, selector: str, place: int, role: str) -> list[dict[str, Any]]:
    """Return the nodes of one role in the accessible tree below an element."""
    session = page.context.new_cdp_session(page)
    expression = f'document.querySelectorAll("{selector}")[{place}]'
    found = session.send("Runtime.evaluate", {"expression": expression})
    asked = {"objectId": found["result"]["objectId"], "role": role}
    nodes = session.send("Accessibility.queryAXTree", asked)["nodes"]
    session.detach()
    return [node for node in nodes if not node["ignored"]]
