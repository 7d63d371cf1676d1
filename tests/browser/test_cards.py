"""Cards as Anki renders them, shown in the browser that Anki has inside."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from anki.collection import Collection
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from tests.support.decks import collection, imported, note
from tests.support.notes import own_site

QUESTION = own_site().questions["s3-kms-keys"]
TWO = next(q for q in own_site().questions.values() if len(q.answers) == 2)
ADDRESS = "http://card.invalid/"
TITLES = ".options > li, .answers summary"
# What makes one side of a card of another, as Anki's desktop does: the window stays.
TURN = """(html) => {
    const side = document.getElementById("qa");
    side.replaceChildren(document.createRange().createContextualFragment(html));
}"""
# Of an answer the title is what stands before the verdict.
TITLES_OF = """(all) => all.map((one) =>
    [...one.childNodes].filter((node) => !node.matches?.(".verdict, .chosen"))
        .map((node) => node.textContent).join(""))"""
NO_STORE = (
    "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('none'); } });"
)


@pytest.fixture(scope="module")
def col(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    opened = collection(tmp_path_factory.mktemp("anki"))
    imported(opened, site / "downloads/aws-exam-notes.apkg")
    yield opened
    opened.close()


@pytest.fixture
def card(col: Collection) -> Callable[[str], Any]:
    def card_of(id: str) -> Any:
        (found,) = note(col, id).cards()
        return found

    return card_of


Show = Callable[..., Page]


@pytest.fixture
def show(window: Callable[..., Page], card: Callable[[str], Any]) -> Iterator[Show]:
    """Shows a side of a card as a page of its own. Nothing else may be asked for."""
    asked: list[str] = []
    errors: list[str] = []
    current: dict[str, Any] = {"html": "", "page": None}

    def answer(route: Route) -> None:
        if route.request.url == ADDRESS:
            route.fulfill(body=current["html"], content_type="text/html")
        else:
            asked.append(route.request.url)
            route.abort()

    def show_side(id: str, side: str, night: str = "", **settings: object) -> Page:
        current["html"] = html_of(card(id), side, night)
        if current["page"] is None:
            page = window(**settings)
            page.route("**/*", answer)
            page.on("pageerror", lambda error: errors.append(str(error)))
            current["page"] = page
        page = current["page"]
        assert isinstance(page, Page)
        page.goto(ADDRESS)
        return page

    yield show_side
    assert asked == []
    assert errors == []


def html_of(card: Any, side: str, night: str) -> str:
    output = card.render_output()
    text = output.question_text if side == "front" else output.answer_text
    return (
        f'<!doctype html><html lang="en" class="{night}"><title>Card</title>'
        f'<meta name="viewport" content="width=device-width"><style>{output.css}</style>'
        f'<body class="card {night}"><main id="qa">{text}</main></body></html>'
    )


def order(page: Page) -> list[str]:
    texts = page.locator(TITLES).evaluate_all(TITLES_OF)
    return [" ".join(text.split()) for text in texts]


def test_the_order_is_another_one_each_time_and_stays_on_the_back(show: Show) -> None:
    orders = set()
    for _ in range(100):
        orders.add(tuple(front := order(show(QUESTION.id, "front"))))
        if len(orders) > 2:
            break
    assert len(orders) > 2
    assert sorted(front) == sorted(option.title.text for option in QUESTION.options)
    assert order(show(QUESTION.id, "back")) == front


def test_the_front_tells_no_verdict(show: Show) -> None:
    page = show(QUESTION.id, "front")
    assert "correct" not in page.content().partition("<script")[0].partition("<body")[2].lower()
    expect(page.get_by_role("radio")).to_have_count(len(QUESTION.options))


def test_what_was_chosen_is_opened_and_named_on_the_back(show: Show) -> None:
    page = show(QUESTION.id, "front")
    wrong = next(option for option in QUESTION.options if option not in QUESTION.answers)
    page.get_by_text(wrong.title.text).click()
    page = show(QUESTION.id, "back")
    expect(page.locator(".answers details[open]")).to_have_count(1)
    expect(page.locator("details[open] > summary")).to_contain_text(wrong.title.text)
    expect(page.locator("details[open] > summary")).to_contain_text("Incorrect")
    expect(page.locator("details[open] > summary")).to_contain_text("Your choice")
    expect(page.locator(".result")).to_have_text("Your answer is not right.")
    expect(page.locator(".answers .verdict")).to_have_count(len(QUESTION.options))


def test_two_can_be_chosen_where_two_are_right(show: Show) -> None:
    page = show(TWO.id, "front")
    expect(page.locator(".choose")).to_have_text("Choose two.")
    expect(page.get_by_role("checkbox")).to_have_count(len(TWO.options))
    for answer in TWO.answers:
        page.locator("label").filter(has_text=answer.title.text).first.click()
    page = show(TWO.id, "back")
    expect(page.locator(".answers details[open]")).to_have_count(2)
    expect(page.locator(".result")).to_have_text("Your answer is right.")


def test_a_choice_can_be_taken_back(show: Show) -> None:
    page = show(TWO.id, "front")
    for _ in range(2):
        page.locator("label").first.click()
    page = show(TWO.id, "back")
    expect(page.locator(".chosen")).to_have_count(0)


def test_who_chose_nothing_sees_what_is_right(show: Show) -> None:
    show(QUESTION.id, "front")
    page = show(QUESTION.id, "back")
    expect(page.locator("li.correct > details[open]")).to_have_count(len(QUESTION.answers))
    expect(page.locator("li.incorrect > details[open]")).to_have_count(0)
    expect(page.locator(".result")).to_have_count(0)


def test_the_back_of_another_card_takes_no_order_from_the_last(show: Show) -> None:
    show(TWO.id, "front").locator("label").first.click()
    page = show(QUESTION.id, "back")
    assert order(page) == [option.title.text for option in QUESTION.options]
    expect(page.locator(".chosen")).to_have_count(0)


def test_it_works_in_one_window_without_a_store(
    browser: Browser, card: Callable[[str], Any]
) -> None:
    page = browser.new_page()
    page.add_init_script(NO_STORE)
    side = html_of(card(QUESTION.id), "front", "")
    page.route("**/*", lambda route: route.fulfill(body=side, content_type="text/html"))
    page.goto(ADDRESS)
    front = order(page)
    page.locator("label").nth(1).click()
    page.evaluate(TURN, card(QUESTION.id).render_output().answer_text)
    assert order(page) == front
    expect(page.locator(".answers details[open] > summary")).to_contain_text(front[1])
    page.context.close()


def test_without_the_script_the_order_is_fixed_and_all_is_open(show: Show) -> None:
    titles = [option.title.text for option in QUESTION.options]
    page = show(QUESTION.id, "front", java_script_enabled=False)
    assert page.locator(".options > li").all_inner_texts() == titles
    page = show(QUESTION.id, "back")
    expect(page.locator(".answers details[open]")).to_have_count(len(titles))
    expect(page.locator(".verdict").first).to_be_visible()


@pytest.mark.parametrize("side", ["front", "back"])
@pytest.mark.parametrize("night", ["", "nightMode", "night_mode"])
def test_it_can_be_read_by_day_and_by_night(show: Show, side: str, night: str) -> None:
    page = show(QUESTION.id, side, night)
    assert Axe().run(page).response["violations"] == []
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 23, 30)"
    assert dark == bool(night)


@pytest.mark.parametrize("side", ["front", "back"])
def test_it_fits_a_phone(show: Show, side: str) -> None:
    page = show("s3-concurrent-writes", side, width=320, height=640)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    heights = page.locator("label, summary").evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect().height)"
    )
    assert min(heights) >= 24
