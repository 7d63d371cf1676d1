"""Lines of a good length, answers in the size of the page, and nothing that jumps."""

from __future__ import annotations

import re
from collections.abc import Callable
from statistics import mean

import pytest
from exam_notes.model import Service
from playwright.sync_api import Page, expect

from tests.support.screen import OPTIONS, S3, SAMPLES, expect_opened, open_all, stand_still

EACH_SAMPLE = pytest.mark.parametrize("service", SAMPLES, ids=lambda service: service.slug)


@EACH_SAMPLE
def test_a_full_line_holds_60_to_75_characters(page: Page, address: str, service: Service) -> None:
    """On average, in the stems, in a window of 1280 pixels."""
    page.goto(address + service.url)
    lengths = page.locator("article h2 + p").evaluate_all(FULL_LINES)
    assert 60 <= mean(lengths) <= 75
    assert max(lengths) <= 85


@pytest.mark.parametrize("width", [900, 1200, 1920, 2560])
def test_lines_grow_no_longer_in_other_windows(
    window: Callable[..., Page], address: str, width: int
) -> None:
    page = window(width)
    page.goto(address + S3.url)
    lengths = page.locator("article h2 + p").evaluate_all(FULL_LINES)
    assert 60 <= mean(lengths) <= 75


@EACH_SAMPLE
def test_text_in_answers_is_as_large_as_on_the_page(
    page: Page, address: str, service: Service
) -> None:
    page.goto(address + service.url)
    open_all(page)
    sizes = "all => [...new Set(all.map(one => getComputedStyle(one).fontSize))]"
    stem = page.locator("article h2 + p").evaluate_all(sizes)
    answers = page.locator(":is(.success, .failure) > :is(p, ul, ol, summary)")
    assert answers.evaluate_all(sizes) == stem
    assert float(stem[0].removesuffix("px")) >= 16


@pytest.mark.parametrize("width", [390, 1280])
def test_an_opened_answer_moves_nothing_above_it(
    window: Callable[..., Page], address: str, width: int
) -> None:
    page = window(width)
    page.goto(f"{address}{S3.url}#{S3.questions[0].id}")
    summary = page.locator(OPTIONS).nth(1).locator("> summary")
    summary.scroll_into_view_if_needed()  # as a click does
    before = summary.bounding_box()
    summary.click()
    expect_opened(page, [1])
    stand_still(page)
    after = summary.bounding_box()
    assert before
    assert after
    assert (before["x"], before["y"]) == (after["x"], after["y"])


@pytest.mark.parametrize("width", [320, 390, 1280])
@EACH_SAMPLE
def test_the_text_of_an_option_stays_where_it_is_when_it_opens(
    window: Callable[..., Page], address: str, width: int, service: Service
) -> None:
    """Bold letters would need another line."""
    page = window(width)
    page.goto(address + service.url)
    heights = "all => all.map(one => [one.offsetHeight, one.lastChild.length])"
    summaries = page.locator(OPTIONS).locator("> summary")
    before = summaries.evaluate_all(heights)
    open_all(page)
    assert summaries.evaluate_all(heights) == before


@pytest.mark.parametrize("width", [320, 390, 1280])
@EACH_SAMPLE
def test_no_flag_and_no_date_breaks_at_a_hyphen(
    window: Callable[..., Page], address: str, width: int, service: Service
) -> None:
    page = window(width)
    page.goto(address + service.url)
    open_all(page)
    whole = page.locator("article :is(time, :not(pre) > code > span)")
    broken = whole.evaluate_all(
        "all => all.filter(one => one.getClientRects().length > 1).map(one => one.innerText)"
    )
    assert broken == []
    assert whole.count() > 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    ("path", "control", "below"),
    [(S3.url, ".answers-control", "article h2"), ("terms/", ".terms-filter", ".term")],
)
def test_a_control_that_comes_late_moves_nothing(
    window: Callable[..., Page], address: str, path: str, control: str, below: str
) -> None:
    page = window(390)
    page.goto(address + path)
    expect(page.locator(control)).to_be_visible()
    there = page.locator(below).first.bounding_box()
    page.route(re.compile(r"/assets/(?:notes|terms)\.js$"), lambda route: route.abort())
    page.goto(address + path)
    expect(page.locator(control)).to_be_hidden()
    assert there
    assert page.locator(below).first.bounding_box() == there


# Lengths of all lines but the last of each paragraph; a line begins where a word is left of the
# one before it.
FULL_LINES = r"""paragraphs => paragraphs.flatMap(paragraph => {
    const lines = [];
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let left = Infinity;
    while (walker.nextNode()) {
        for (const word of walker.currentNode.data.matchAll(/\S+/g)) {
            range.setStart(walker.currentNode, word.index);
            range.setEnd(walker.currentNode, word.index + word[0].length);
            const here = range.getBoundingClientRect().left;
            if (here < left) lines.push(word[0].length);
            else lines[lines.length - 1] += 1 + word[0].length;
            left = here;
        }
    }
    return lines.slice(0, -1);
})"""
