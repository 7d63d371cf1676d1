"""The offline copy: from the zip to a search hit, with the network off."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from exam_notes.publishing.offline_zip import READ_ME
from playwright.sync_api import Page, expect

from tests.support.complaints import no_complaints
from tests.support.screen import OPTIONS, S3, expect_all_opened, expect_in_sight, expect_opened
from tests.support.search import ask, open_search, search_for

QUESTION = S3.questions[0]
OPTION = QUESTION.options[2]


@pytest.fixture
def page(window: Callable[..., Page]) -> Iterator[Page]:
    """A page without a network, in which nothing may fail."""
    page = window(1280, 720, offline=True, permissions=["clipboard-write"])
    with no_complaints(page):
        yield page


def go(page: Page, offline_copy: Path, name: str, rest: str = "") -> None:
    page.goto((offline_copy / name).as_uri() + rest)


def test_read_me_first_leads_to_the_home_page(page: Page, offline_copy: Path) -> None:
    page.goto((offline_copy.parent / READ_ME).as_uri())
    page.get_by_role("link").click()
    expect(page).to_have_url((offline_copy / "index.html").as_uri())
    expect(page.locator("h1")).to_contain_text("AWS Developer exam notes")


def test_a_link_to_another_page_works(page: Page, offline_copy: Path) -> None:
    go(page, offline_copy, "terms.html")
    page.locator("#kms-key ~ .places a").first.click()
    expect(page).to_have_url(re.compile("/services/"))
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("anchor", [OPTION.anchor, OPTION.changes[0].anchor])
def test_an_anchor_in_a_closed_answer_opens_it(page: Page, offline_copy: Path, anchor: str) -> None:
    go(page, offline_copy, "services/s3.html", f"#{anchor}")
    expect_opened(page, [2])
    expect_in_sight(page.locator(f"[id='{anchor}']"))


def test_a_search_hit_opens_its_answer(page: Page, offline_copy: Path) -> None:
    """Typed on one page, found on another."""
    go(page, offline_copy, "about.html")
    search_for(page, "timestamp")
    page.locator(f".md-search-result__link[href$='#{QUESTION.id}']").click()
    expect(page.locator("article mark").first).to_be_visible()
    expect_opened(page, [2])


def test_a_query_in_the_address_is_answered(page: Page, offline_copy: Path) -> None:
    go(page, offline_copy, "index.html", "?q=cmk")
    expect(page.locator(".md-search-result__item").first).to_contain_text("KMS key")


def test_a_wrong_letter_is_forgiven(page: Page, offline_copy: Path) -> None:
    go(page, offline_copy, "index.html")
    open_search(page)
    assert ask(page, "cogntio")[0] == "cognito"


def test_the_controls_work(page: Page, offline_copy: Path) -> None:
    """All answers, copying, the filter of terms."""
    go(page, offline_copy, "services/s3.html")
    page.get_by_role("button", name="Open all answers").click()
    expect_all_opened(page)
    page.locator("article button[data-md-type=copy]").first.click()
    expect(page.locator(".md-dialog")).to_have_text("Copied to clipboard")
    go(page, offline_copy, "terms.html")
    page.get_by_label("Show terms with").fill("cmk")
    expect(page.locator("article output")).to_have_text("1 term")


def test_the_scheme_is_switched_and_stays(page: Page, offline_copy: Path) -> None:
    go(page, offline_copy, "index.html")
    for name in ("Use the light scheme", "Use the dark scheme"):
        page.locator("form[data-md-component=palette]").get_by_title(name).click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    dark = page.evaluate(PAPER)
    go(page, offline_copy, "services/s3.html")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert page.evaluate(PAPER) == dark
    page.locator("body").evaluate("body => body.dataset.mdColorScheme = 'default'")
    assert page.evaluate(PAPER) != dark


PAPER = "getComputedStyle(document.body).backgroundColor"


def test_on_paper_every_answer_is_open(page: Page, offline_copy: Path) -> None:
    go(page, offline_copy, "services/s3.html")
    verdicts = page.locator(".verdict")
    expect(verdicts.first).to_be_hidden()
    page.emulate_media(media="print")
    expect(verdicts.first).to_be_visible()
    assert verdicts.count() == page.locator(OPTIONS).count()
    for verdict in verdicts.all():
        expect(verdict).to_be_visible()


def test_pictures_are_shown(page: Page, offline_copy: Path) -> None:
    go(page, offline_copy, "services/ebs.html")
    picture = page.locator("article img").first
    picture.evaluate("image => image.decode()")  # which waits for it
    assert picture.evaluate("image => image.naturalWidth") > 100
