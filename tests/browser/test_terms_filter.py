"""The filter of the index of terms works as one types, on a server and from a disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.notes import own_site

TERMS = own_site().terms
NONE = "No term has this name. The search finds words in all texts."
SHOWN = "all => all.filter(one => one.checkVisibility()).map(one => one.firstChild.data)"


@pytest.fixture(params=["http", "file"])
def terms(
    request: pytest.FixtureRequest, window: Callable[..., Page], address: str, site: Path
) -> Page:
    """Open the index: served, or as a file."""
    page = window()
    served = request.param == "http"
    page.goto(f"{address}terms/" if served else (site / "terms/index.html").as_uri())
    return page


@pytest.mark.parametrize(
    "words", ["s3", "volume ebs", "EBS", "no such term", "elasticache for redis"]
)
def test_terms_with_all_the_words_are_left(terms: Page, words: str) -> None:
    """In their names or their other names, whatever the case."""
    terms.get_by_label("Show terms with").press_sequentially(words)
    left = [
        term.name
        for term in TERMS
        if all(
            word in " ".join((term.name, *term.aliases)).lower() for word in words.lower().split()
        )
    ]
    assert terms.locator(".term > h3").evaluate_all(SHOWN) == left
    count = f"{len(left)} {'term' if len(left) == 1 else 'terms'}" if left else NONE
    expect(terms.locator(".terms-filter output")).to_have_text(count)


def test_other_names_are_filtered_too(terms: Page) -> None:
    terms.get_by_label("Show terms with").press_sequentially("alb")
    see = "all => all.filter(one => one.checkVisibility()).map(one => one.innerText)"
    assert terms.locator(".see").evaluate_all(see) == ["ALB: see Application Load Balancer"]


def test_headings_of_letters_go_while_a_filter_is_on(terms: Page) -> None:
    headings = terms.locator("article h2")
    assert len(headings.evaluate_all(SHOWN)) > 15
    terms.get_by_label("Show terms with").press_sequentially("s3")
    assert headings.evaluate_all(SHOWN) == []


@pytest.mark.parametrize("key", ["Escape", "Backspace"])
def test_an_empty_filter_brings_everything_back(terms: Page, key: str) -> None:
    everything = terms.locator("article").inner_text()
    field = terms.get_by_label("Show terms with")
    field.press_sequentially("zz")
    assert terms.locator(".term > h3").evaluate_all(SHOWN) == []
    field.press("Control+A")
    field.press(key)
    expect(field).to_have_value("")
    assert terms.locator(".term > h3").evaluate_all(SHOWN) == [term.name for term in TERMS]
    expect(terms.locator(".terms-filter output")).to_have_text("")
    assert terms.locator("article").inner_text() == everything


def test_a_link_to_a_term_that_is_filtered_out_still_leads_there(terms: Page) -> None:
    terms.get_by_label("Show terms with").press_sequentially("cloudwatch agent")
    terms.evaluate("location.hash = 'zonal-shift'")
    expect(terms.locator("#zonal-shift")).to_be_in_viewport()


def test_slash_still_belongs_to_the_search(terms: Page) -> None:
    """Single letters typed into the filter are text, and no shortcut."""
    field = terms.get_by_label("Show terms with")
    field.press_sequentially("/n.p,")
    expect(field).to_be_focused()
    expect(field).to_have_value("/n.p,")
