"""The keys of a question: they act while it has the focus, and can be switched off."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.practising import OF_S3, Reader, key_of, log_of


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The first question of a round, with the focus on it."""
    context = browser.new_context(service_workers="block", reduced_motion="reduce")
    context.set_default_timeout(5_000)
    reader = Reader(context, address, html=False)
    page = reader.open(reader.new_page(), "practice?service=s3")
    page.get_by_role("button", name="Begin").click()
    expect(page.locator(".practice-card")).to_be_focused()
    yield page
    context.close()
    assert reader.errors == []


def test_a_question_is_answered_without_a_mouse(page: Page) -> None:
    page.keyboard.press(key_of(page))
    page.keyboard.press("u")
    expect(page.get_by_label("I am not sure")).to_be_checked()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Next question")).to_be_focused()
    expect(page.locator(".practice-live")).to_have_text(
        "Right, though you were not sure: it comes again sooner."
    )
    page.keyboard.press("Enter")
    expect(page.locator(".practice-count")).to_have_text(f"2 of {len(OF_S3)}")
    expect(page.locator(".practice-card")).to_be_focused()
    assert [line.split()[5] for line in log_of(page)] == ["u"]


@pytest.mark.parametrize("key", ["f", "s", "n", "p", ",", "."])
def test_the_theme_does_not_answer_while_a_question_has_the_focus(page: Page, key: str) -> None:
    page.keyboard.press(key)
    page.keyboard.press("a")
    expect(page.locator(".practice-option input").first).to_be_checked()
    expect(page.locator("#__search")).not_to_be_checked()


def test_a_slash_still_searches(page: Page) -> None:
    page.keyboard.press("/")
    expect(page.locator("#__search")).to_be_checked()


def test_the_keys_are_told_and_can_be_switched_off(page: Page) -> None:
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog).to_be_visible()
    dialog.get_by_label("These keys are on").uncheck()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    page.locator(".practice-card").focus()
    page.keyboard.press("a")
    page.keyboard.press("f")
    expect(page.locator(".practice-option :checked")).to_have_count(0)
    expect(page.locator("#__search")).not_to_be_checked()
    page.reload()
    page.get_by_role("button", name="Begin").click()
    page.keyboard.press("a")
    expect(page.locator(".practice-option :checked")).to_have_count(0)
