"""Everything can be reached and used without a mouse, and the focus can always be seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.screen import S3, in_sight, open_all

WIDTHS = pytest.mark.parametrize("width", [390, 1280])
FOCUSED = "document.activeElement"


@pytest.mark.parametrize(("width", "answers"), [(390, "closed"), (1280, "open")])
def test_the_focus_is_seen_wherever_tab_leads(
    window: Callable[..., Page], address: str, width: int, answers: str
) -> None:
    """It is in the window, nothing covers it, and it looks different from what has no focus."""
    page = window(width)
    page.goto(address + S3.url)
    if answers == "open":
        open_all(page)
    stops = [(page.evaluate(STOP), _changes_the_picture(page)) for _ in _tabs(page)]
    assert [stop["name"] for stop, seen in stops if not (stop["inSight"] and seen)] == []
    assert len(stops) > 20


@WIDTHS
@pytest.mark.parametrize("path", [S3.url, "terms/"])
def test_going_back_the_focus_stays_below_what_sticks(
    window: Callable[..., Page], address: str, width: int, path: str
) -> None:
    page = window(width)
    page.goto(address + path, wait_until="networkidle")  # Material takes the focus away at first
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
    page.goto(address + S3.url)
    open_all(page)
    for _ in _tabs(page):
        page.evaluate(f"{FOCUSED}.dataset.visited = ''")
    controls = ":is(.md-header, article, .md-footer) :is(a[href], button, summary, input, label)"
    reached = "[data-visited], [data-visited] + *, .md-search *"
    missed = page.locator(f"{controls}:not({reached}):visible")
    assert missed.evaluate_all("all => all.map(one => one.outerHTML)") == []


def test_the_first_tab_offers_the_way_past_the_navigation(page: Page, address: str) -> None:
    page.goto(address + S3.url)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert in_sight(page.locator("h1"))
    page.keyboard.press("Tab")
    assert page.evaluate(f"{FOCUSED}.closest('article') !== null")


def test_the_drawer_opens_and_closes_by_keyboard(window: Callable[..., Page], address: str) -> None:
    page = window(390)
    page.goto(address + S3.url)
    button = page.get_by_role("button", name="Navigation")
    button.focus()
    page.keyboard.press("Enter")
    drawer = page.locator(".md-sidebar--primary")
    expect(drawer.get_by_role("link", name="Home", exact=True)).to_be_in_viewport()
    assert page.evaluate(f"{FOCUSED}.closest('.md-sidebar--primary') !== null")
    page.keyboard.press("Escape")
    expect(drawer.get_by_role("link", name="Home", exact=True)).to_be_hidden()
    expect(button).to_be_focused()


def test_every_link_of_the_drawer_is_seen_when_it_has_the_focus(
    window: Callable[..., Page], address: str
) -> None:
    page = window(390)
    page.goto(address + S3.url)
    page.get_by_role("button", name="Navigation").focus()
    page.keyboard.press("Space")
    expect(page.locator(".md-sidebar--primary :focus")).to_be_in_viewport()
    stops = []
    while page.evaluate(f"{FOCUSED}.closest('.md-sidebar--primary') !== null"):
        stops.append(page.evaluate(STOP))
        page.keyboard.press("Tab")
    assert [stop["name"] for stop in stops if not stop["inSight"]] == []
    assert {"A About", "A Amazon RDS", "BUTTON Compute"} <= {stop["name"] for stop in stops}


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_search_opens_and_closes_by_keyboard(
    window: Callable[..., Page], address: str, key: str
) -> None:
    page = window(390)
    page.goto(address + S3.url)
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
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("timestamp")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert page.evaluate(f"{FOCUSED}.className").split()[0] == "md-search-result__link"
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{S3.url}?h=*")


@WIDTHS
def test_the_scheme_changes_by_keyboard(
    window: Callable[..., Page], address: str, width: int
) -> None:
    page = window(width, color_scheme="light")
    page.goto(address + S3.url)
    schemes = []
    page.locator(".md-option").first.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
        schemes.append(page.locator("body").get_attribute("data-md-color-scheme"))
    assert schemes == ["default", "slate", "default"]


def _tabs(page: Page) -> Iterator[None]:
    """Press Tab again and again, until nothing more on the page takes the focus."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate(f"{FOCUSED} === document.body"):
            return
        yield
    raise AssertionError("Tab leads round and round")


def _changes_the_picture(page: Page) -> bool:
    """Tell whether the focus can be seen where it is. In a text field its cursor shows it."""
    stop = page.evaluate(STOP)
    if stop["isField"] or not stop["inSight"]:
        return bool(stop["isField"])
    focused = page.screenshot(clip=stop["around"])
    page.evaluate(f"window.last = {FOCUSED}, last.blur()")
    blurred = page.screenshot(clip=stop["around"])
    page.evaluate("last.focus({preventScroll: true, focusVisible: true})")
    return focused != blurred


# What has the focus, or where that has no size, the label that shows in its place.
STOP = """() => {
    const element = document.activeElement;
    const face = element.offsetWidth ? element : element.nextElementSibling;
    const {x, y, width, height} = face.getClientRects()[0];
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    const [left, above] = [Math.max(0, x - 6), Math.max(0, y - 6)];
    return {
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
