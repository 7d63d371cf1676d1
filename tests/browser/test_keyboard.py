"""Everything can be reached and used without a mouse, and the focus can always be seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.support.patience import until
from tests.support.screen import S3, arrive, expect_in_sight, in_sight, open_all, stand_still
from tests.support.search import search_for

WIDTHS = pytest.mark.parametrize("width", [390, 1280])
FOCUSED = "document.activeElement"


@pytest.mark.parametrize(("width", "answers"), [(390, "closed"), (1280, "open")])
def test_the_focus_is_seen_wherever_tab_leads(
    window: Callable[..., Page], address: str, width: int, answers: str
) -> None:
    """It is in the window, nothing covers it, and it looks different from what has no focus."""
    page = window(width)
    arrive(page, address + S3.url)
    if answers == "open":
        open_all(page)
    pictured: dict[str, bool] = {}
    names = []
    for _ in _tabs(page):
        stop = _stop_in_sight(page)
        names.append(stop["name"])
        if stop["kind"] not in pictured:
            pictured[stop["kind"]] = _changes_the_picture(page, stop)
    assert [kind for kind, changes in pictured.items() if not changes] == []
    assert (len(names) > 20, len(pictured) > 10) == (True, True)


@WIDTHS
@pytest.mark.parametrize("path", [S3.url, "terms/"])
def test_going_back_the_focus_stays_below_what_sticks(
    window: Callable[..., Page], address: str, width: int, path: str
) -> None:
    page = window(width)
    arrive(page, address + path)
    page.locator("article a:visible").last.focus()
    covered, seen = [], 0
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        focused = page.locator("article :focus")
        if not focused.count():  # the header comes next, or the end
            break
        seen += 1
        if not in_sight(focused):
            covered.append(focused.evaluate("one => one.outerHTML"))
    assert covered == []
    assert seen > 5


@WIDTHS
def test_tab_leads_to_every_control(window: Callable[..., Page], address: str, width: int) -> None:
    page = window(width)
    arrive(page, address + S3.url)
    open_all(page)
    for _ in _tabs(page):
        page.evaluate(f"{FOCUSED}.dataset.visited = ''")
    controls = ":is(.md-header, article, .md-footer) :is(a[href], button, summary, input, label)"
    reached = "[data-visited], [data-visited] + *, .md-search *"
    missed = page.locator(f"{controls}:not({reached}):visible")
    assert missed.evaluate_all("all => all.map(one => one.outerHTML)") == []


def test_the_first_tab_offers_the_way_past_the_navigation(page: Page, address: str) -> None:
    arrive(page, address + S3.url)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect_in_sight(page.locator("h1"))
    page.keyboard.press("Tab")
    expect(page.locator("article :focus")).to_have_count(1)


def test_the_drawer_opens_and_closes_by_keyboard(window: Callable[..., Page], address: str) -> None:
    page = window(390)
    arrive(page, address + S3.url)
    button = page.get_by_role("button", name="Navigation")
    button.focus()
    page.keyboard.press("Enter")
    drawer = page.locator(".md-sidebar--primary")
    expect(drawer.get_by_role("link", name="Home", exact=True)).to_be_in_viewport()
    expect(page.locator(".md-sidebar--primary :focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(drawer.get_by_role("link", name="Home", exact=True)).to_be_hidden()
    expect(button).to_be_focused()


def test_every_link_of_the_drawer_is_seen_when_it_has_the_focus(
    window: Callable[..., Page], address: str
) -> None:
    page = window(390)
    arrive(page, address + S3.url)
    page.get_by_role("button", name="Navigation").focus()
    page.keyboard.press("Space")
    expect(page.locator(".md-sidebar--primary :focus")).to_be_in_viewport()
    names = set()
    while page.evaluate(f"{FOCUSED}.closest('.md-sidebar--primary') !== null"):
        names.add(_stop_in_sight(page)["name"])
        page.keyboard.press("Tab")
    assert {"A About", "A Amazon RDS", "BUTTON Compute"} <= names


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_search_opens_and_closes_by_keyboard(
    window: Callable[..., Page], address: str, key: str
) -> None:
    page = window(390)
    arrive(page, address + S3.url)
    button = page.locator(".md-header__inner > [for=__search]")
    button.focus()
    page.keyboard.press(key)
    query = page.get_by_role("textbox", name="Search")
    expect(query).to_be_focused()
    page.keyboard.type("versioning")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(query).not_to_be_focused()
    expect(page.locator(".md-search-result__item").first).to_be_hidden()
    expect(button).to_be_focused()


@WIDTHS
def test_a_search_result_is_reached_by_keyboard(
    window: Callable[..., Page], address: str, width: int
) -> None:
    page = window(width)
    arrive(page, address)
    search_for(page, "timestamp")
    page.keyboard.press("ArrowDown")
    hit = page.locator(".md-search-result__link:focus")
    expect(hit).to_have_count(1)
    leads = hit.evaluate("link => new URL(link.href).pathname")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{leads}?h=*")


@WIDTHS
def test_the_scheme_changes_by_keyboard(
    window: Callable[..., Page], address: str, width: int
) -> None:
    page = window(width, color_scheme="light")
    arrive(page, address + S3.url)
    choices = page.locator(".md-option")
    choices.first.focus()
    for place, scheme in ((1, "default"), (2, "slate"), (0, "default")):
        page.keyboard.press("ArrowRight")
        expect(choices.nth(place)).to_be_checked()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)


def _goes_back(page: Page) -> bool:
    """Go one step back from the page's foot; tell whether anything has the focus then."""
    page.locator(".md-footer a").first.focus()
    page.keyboard.press("Shift+Tab")
    return page.locator(":focus").count() == 1


def _tabs(page: Page) -> Iterator[None]:
    """Press Tab again and again, until nothing more on the page takes the focus."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate(f"{FOCUSED} === document.body"):
            return
        yield
    raise AssertionError("Tab leads round and round")


def _stop_in_sight(page: Page) -> dict[str, Any]:
    """Wait until what has the focus is in sight: the search, for one, comes a moment later."""
    stop: dict[str, Any] = page.evaluate(STOP)
    until(lambda: bool(page.evaluate(STOP)["inSight"]), f"{stop['name']} in sight")
    return page.evaluate(STOP)  # type: ignore[no-any-return]


def _changes_the_picture(page: Page, stop: dict[str, Any]) -> bool:
    """Tell whether the focus can be seen where it is. In a text field its cursor shows it."""
    if stop["isField"]:
        return True
    stand_still(page)
    focused = page.screenshot(clip=stop["around"])
    page.evaluate(f"window.last = {FOCUSED}, last.blur()")
    stand_still(page)
    blurred = page.screenshot(clip=stop["around"])
    page.evaluate("last.focus({preventScroll: true, focusVisible: true})")
    return focused != blurred


# What has the focus, or where that has no size, the label that shows in its place. What is of one
# kind looks alike: the same element, with the same classes, in elements with the same classes.
STOP = """() => {
    const element = document.activeElement;
    const face = element.offsetWidth ? element : element.nextElementSibling;
    const {x, y, width, height} = face.getClientRects()[0];
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    const [left, above] = [Math.max(0, x - 6), Math.max(0, y - 6)];
    return {
        kind: [element.parentElement.parentElement, element.parentElement, element]
            .map(({tagName, className}) => `${tagName}.${className}`).join(" "),
        name: element.tagName + " " + (element.innerText.trim() || element.ariaLabel),
        inSight: face.checkVisibility({opacityProperty: true, visibilityProperty: true})
            && face.contains(top) && x >= 0 && x + width <= innerWidth,
        isField: element.matches("input[type=text], input[type=search]"),
        around: {
            x: left,
            y: above,
            width: Math.min(innerWidth, x + width + 6) - left,
            height: Math.min(innerHeight, y + height + 6) - above,
        },
    };
}"""
