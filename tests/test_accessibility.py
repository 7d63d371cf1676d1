"""No page breaks any rule of axe-core, best practices included, in any of its states."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources import files
from itertools import product

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.screen import PAGES, open_all
from tests.search.results import ask, open_search

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
SCHEMES = ("light", "dark")
WIDTHS = (390, 1280)
CLOSELY = ("", "services/s3/", "terms/")
FAULTS = (
    ('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', "image-alt"),
    ("<h5>Best practice: no level of headings is left out</h5>", "heading-order"),
    ('<p><font color="#aaaaaa">Light grey on paper</font></p>', "color-contrast"),
)


@pytest.fixture(scope="module")
def windows(browser: Browser) -> Iterator[dict[tuple[int, str], Page]]:
    """One window for each width and scheme; motion is off, so that nothing is measured half-way."""
    contexts = {
        (width, scheme): browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
        )
        for width, scheme in product(WIDTHS, SCHEMES)
    }
    yield {window: context.new_page() for window, context in contexts.items()}
    for context in contexts.values():
        context.close()


@pytest.fixture
def visit(windows: dict[tuple[int, str], Page], address: str) -> Callable[[str, int, str], Page]:
    """Open a page in one of the windows, ready to be asked."""

    def visit_page(path: str, width: int, scheme: str) -> Page:
        page = windows[width, scheme]
        page.goto(address + path)
        page.evaluate(AXE)
        assert page.evaluate(IS_DARK) == (scheme == "dark")
        return page

    return visit_page


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("path", [path for path in PAGES if path not in CLOSELY])
def test_no_page_breaks_a_rule(
    visit: Callable[[str, int, str], Page], path: str, scheme: str
) -> None:
    page = visit(path, 1280, scheme)
    assert {state: broken for state in _answers(page) if (broken := violations(page))} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", CLOSELY)
def test_search_and_drawer_break_no_rule(
    visit: Callable[[str, int, str], Page], path: str, width: int, scheme: str
) -> None:
    page = visit(path, width, scheme)
    found = {}
    for answers in _answers(page):
        found[answers] = violations(page)
        for layer in _layers(page, width):
            found[f"{answers}, {layer}"] = violations(page)
    assert {state: broken for state, broken in found.items() if broken} == {}


@pytest.mark.parametrize(("html", "rule"), FAULTS)
def test_a_broken_rule_would_be_seen(
    visit: Callable[[str, int, str], Page], html: str, rule: str
) -> None:
    page = visit("about/", 1280, "light")
    page.locator("h1").evaluate("(h1, html) => h1.insertAdjacentHTML('afterend', html)", html)
    assert [broken.split()[0] for broken in violations(page)] == [rule]


def violations(page: Page) -> list[str]:
    """Return what axe finds: a rule and the first element that breaks it."""
    return page.evaluate(RUN)  # type: ignore[no-any-return]


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


IS_DARK = """() => {
    const [red] = getComputedStyle(document.body).backgroundColor.match(/\\d+/g);
    return red < 128;
}"""
RUN = """async () => {
    const {violations} = await axe.run({resultTypes: ["violations"]});
    return violations.map(({id, nodes}) => id + " " + nodes[0].target.join(" "));
}"""
