"""No page breaks any rule of axe-core, best practices included, in any of its states.

A scheme changes colours and nothing else, and what lies above a page is the same on all pages: so
the dark scheme is held against the rule on contrast, and search and drawer are opened on one page.
Of hundreds of entries that are made alike the first of each make is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources import files

import pytest
from playwright.sync_api import Page, expect

from tests.support.screen import S3, SAMPLE_PAGES, open_all, stand_still
from tests.support.search import ask, open_search

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
SCHEMES = ("light", "dark")
WIDTHS = (390, 1280)
NARROW = ("", S3.url, "terms/")
FAULTS = (
    ('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', "image-alt"),
    ("<h5>Best practice: no level of headings is left out</h5>", "heading-order"),
    ('<p><font color="#aaaaaa">Light grey on paper</font></p>', "color-contrast"),
)


VISIT = Callable[[str, int, str], Page]


@pytest.fixture
def visit(window: Callable[..., Page], address: str) -> VISIT:
    """Open a page, ready to be asked; motion is off, so that nothing is measured half-way."""

    def visit_page(path: str, width: int, scheme: str) -> Page:
        page = window(width, color_scheme=scheme)
        page.goto(address + path)
        page.evaluate(ONE_OF_EACH_MAKE)
        page.evaluate(AXE)
        assert page.evaluate(IS_DARK) == (scheme == "dark")
        return page

    return visit_page


@pytest.mark.parametrize("path", SAMPLE_PAGES)
def test_no_page_breaks_a_rule(visit: VISIT, path: str) -> None:
    page = visit(path, 1280, "light")
    assert {state: broken for state in _answers(page) if (broken := violations(page))} == {}


@pytest.mark.parametrize("path", NARROW)
def test_no_page_breaks_a_rule_on_a_phone(visit: VISIT, path: str) -> None:
    page = visit(path, 390, "light")
    assert {state: broken for state in _answers(page) if (broken := violations(page))} == {}


@pytest.mark.parametrize("path", SAMPLE_PAGES)
def test_everything_can_be_read_in_the_dark(visit: VISIT, path: str) -> None:
    page = visit(path, 1280, "dark")
    open_all(page)
    assert violations(page, "color-contrast") == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_search_and_drawer_break_no_rule(visit: VISIT, width: int, scheme: str) -> None:
    page = visit(S3.url, width, scheme)
    found = {layer: violations(page) for layer in _layers(page, width)}
    assert {layer: broken for layer, broken in found.items() if broken} == {}
    assert len(found) == (2 if width == 390 else 1)


@pytest.mark.parametrize(("html", "rule"), FAULTS)
def test_a_broken_rule_would_be_seen(visit: VISIT, html: str, rule: str) -> None:
    page = visit("about/", 1280, "light")
    page.locator("h1").evaluate("(h1, html) => h1.insertAdjacentHTML('afterend', html)", html)
    assert [broken.split()[0] for broken in violations(page)] == [rule]
    only_contrast = [rule] * (rule == "color-contrast")
    assert [broken.split()[0] for broken in violations(page, "color-contrast")] == only_contrast


def violations(page: Page, *rules: str) -> list[str]:
    """Return what axe finds, by all rules or by some: a rule and the first element to break it."""
    stand_still(page)
    return page.evaluate(RUN, rules)  # type: ignore[no-any-return]


def _answers(page: Page) -> Iterator[str]:
    """Bring the answers into each of their states; a page may have nothing to open."""
    yield "closed"
    if page.locator("article details").count():
        open_all(page)
        yield "open"


def _layers(page: Page, width: int) -> Iterator[str]:
    """Open what can lie above the page, one after the other, and close it again."""
    page.keyboard.press("/")
    open_search(page)
    assert ask(page, "versioning")
    yield "search"
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    if width < 1220:
        page.locator(".md-header__button[for=__drawer]").click()
        home = page.locator(".md-sidebar--primary").get_by_text("Home", exact=True)
        expect(home).to_be_in_viewport()
        yield "drawer"
        page.keyboard.press("Escape")
        expect(page.locator("#__drawer")).not_to_be_checked()


# The make of an entry: which elements it has, within which.
ONE_OF_EACH_MAKE = """() => {
    const seen = new Set();
    const make = ({ parentElement, tagName, className }) =>
        `${parentElement.className} ${tagName} ${className}`;
    for (const entry of document.querySelectorAll(".term, .see, .checked > li")) {
        const makes = [...entry.querySelectorAll("*")].map(make).filter((one) => !seen.has(one));
        for (const one of makes) seen.add(one);
        if (!makes.length) entry.remove();
    }
}"""
IS_DARK = """() => {
    const [red] = getComputedStyle(document.body).backgroundColor.match(/\\d+/g);
    return red < 128;
}"""
RUN = """async (rules) => {
    const only = rules.length ? { runOnly: rules } : {};
    const {violations} = await axe.run({ resultTypes: ["violations"], ...only });
    return violations.map(({id, nodes}) => id + " " + nodes[0].target.join(" "));
}"""
