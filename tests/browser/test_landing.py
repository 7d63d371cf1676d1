"""Whatever leads into a closed answer opens it, and lands below the header."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from exam_notes.model import Question
from playwright.sync_api import Page, expect

from tests.support.screen import OPTIONS, S3, expect_all_opened, expect_in_sight, expect_opened
from tests.support.search import search_for

QUESTION = S3.questions[0]
OPTION = QUESTION.options[2]  # the page's only one with "timestamp"
WORD = "timestamp"
CHANGE = OPTION.changes[0]
WIDTHS = pytest.mark.parametrize("width", [390, 1280])


@WIDTHS
@pytest.mark.parametrize("anchor", [OPTION.anchor, CHANGE.anchor], ids=["option", "change-note"])
def test_a_link_opens_an_answer(
    window: Callable[..., Page], address: str, anchor: str, width: int
) -> None:
    page = window(width)
    page.goto(f"{address}{S3.url}#{anchor}")
    expect_opened(page, [2])
    expect_in_sight(page.locator(f"[id='{anchor}']"))


@WIDTHS
@pytest.mark.parametrize("anchor", [OPTION.anchor, CHANGE.anchor], ids=["option", "change-note"])
def test_a_link_on_the_same_page_opens_an_answer(
    window: Callable[..., Page], address: str, anchor: str, width: int
) -> None:
    page = window(width)
    page.goto(address + S3.url)
    page.evaluate("anchor => { location.hash = anchor }", anchor)
    expect(page.locator(OPTIONS).nth(2)).to_have_attribute("open", "")
    expect_opened(page, [2])
    expect_in_sight(page.locator(f"[id='{anchor}']"))


def test_a_link_opens_its_answer_again(page: Page, address: str) -> None:
    """The address is the same already, so the browser tells no script of a change."""
    page.goto(f"{address}{S3.url}#{OPTION.anchor}")
    page.locator(OPTIONS).nth(2).locator("> summary").click()
    expect_opened(page, [])
    page.evaluate(FOLLOW, f"#{OPTION.anchor}")
    expect(page.locator(OPTIONS).nth(2)).to_have_attribute("open", "")
    expect_in_sight(page.locator(f"[id='{OPTION.anchor}']"))


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("anchor", ["kms-key", "letter-k", "zonal-shift"])
def test_a_link_to_a_term_leads_below_the_letters(
    window: Callable[..., Page], address: str, anchor: str, width: int
) -> None:
    page = window(width)
    page.goto(f"{address}terms/#{anchor}")
    expect_in_sight(page.locator(f"#{anchor}"))


def test_an_anchor_that_no_page_can_have_breaks_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}{S3.url}#100%")
    page.get_by_role("button", name="Open all answers").click()
    expect_all_opened(page)


@WIDTHS
@pytest.mark.parametrize("question", S3.questions, ids=lambda question: question.id)
def test_a_link_to_a_question_opens_nothing(
    window: Callable[..., Page], address: str, question: Question, width: int
) -> None:
    page = window(width)
    page.goto(f"{address}{S3.url}#{question.id}")
    expect_opened(page, [])
    expect_in_sight(page.locator(f"#{question.id}"))


@WIDTHS
def test_a_search_hit_opens_the_answer_it_is_in(
    window: Callable[..., Page], address: str, width: int
) -> None:
    page = window(width)
    page.goto(address)
    search_for(page, WORD)
    hit = page.locator(f".md-search-result__link[href$='?h={WORD}#{QUESTION.id}']")
    hit.click()
    page.wait_for_url("**/services/s3/**")
    expect(page.locator("article mark").first).to_be_visible()
    expect_opened(page, [2])
    expect_in_sight(page.locator("article mark").first)


@WIDTHS
def test_marked_words_without_an_anchor_open_their_answer(
    window: Callable[..., Page], address: str, width: int
) -> None:
    page = window(width)
    page.goto(f"{address}{S3.url}?h={WORD}")
    expect(page.locator("article mark").first).to_be_visible()
    expect_opened(page, [2])
    expect_in_sight(page.locator("article mark").first)


@WIDTHS
def test_a_text_fragment_opens_an_answer(
    window: Callable[..., Page], address: str, width: int
) -> None:
    page = window(width)
    page.goto(f"{address}{S3.url}#:~:text=the%20one%20with%20the%20latest%20timestamp")
    passage = page.locator(OPTIONS).nth(2).locator("p", has_text="latest timestamp")
    expect(passage).to_be_visible()
    expect_opened(page, [2])
    expect_in_sight(passage)


FOLLOW = """href => {
    const link = document.createElement("a");
    link.href = href;
    document.querySelector("h1").append(link);
    link.click();
}"""
