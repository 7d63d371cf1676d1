"""Each way to practise, in a real browser: over http and from disk, on a phone and a desktop."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_accessibility import AXE, violations
from tests.support.practising import (
    OF_S3,
    QUESTIONS,
    Reader,
    answer,
    choose,
    go_on,
    key_of,
    log_of,
    record,
    wrong,
)

NOW = datetime(2026, 11, 25, 12)
PLACES = [("http", 390), ("file", 1280)]  # each width and each way of reading once
TWO = next(question for question in QUESTIONS.values() if len(question.answers) == 2)


@pytest.fixture(params=PLACES, ids=lambda place: f"{place[0]}-{place[1]}")
def reader(
    request: pytest.FixtureRequest, browser: Browser, address: str, offline_copy: Path
) -> Iterator[Reader]:
    kind, width = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 844},
        service_workers="block",
        reduced_motion="reduce",
    )
    context.set_default_timeout(5_000)
    context.clock.set_fixed_time(NOW)
    base = address if kind == "http" else offline_copy.as_uri() + "/"
    reader = Reader(context, base, kind == "file")
    yield reader
    context.close()
    assert reader.errors == []


@pytest.fixture
def page(reader: Reader) -> Page:
    return reader.new_page()


def test_today_asks_what_is_new_and_repeats_what_was_wrong(reader: Reader, page: Page) -> None:
    reader.open(page)
    expect(page.get_by_text("20 questions for today: 20 new.")).to_be_visible()
    page.get_by_role("button", name="Begin").click()
    first = page.locator(".practice-card h2").inner_text().split("\n")[-1]
    answer(page, right=False)
    expect(page.locator(".practice-result")).to_have_class("practice-result wrong")
    for _ in range(19):
        go_on(page)
        answer(page)
    go_on(page)
    assert page.locator(".practice-card h2").inner_text().endswith(first)
    answer(page, sure=False)
    expect(page.locator(".practice-result")).to_contain_text("not sure")
    page.get_by_role("button", name="Finish").click()
    expect(page.get_by_role("heading", name="20 of 21 answers right")).to_be_focused()
    assert len(log_of(page)) == 21
    reader.open(page)
    expect(page.get_by_text("Done for today: 20 questions answered.")).to_be_visible()


def test_after_a_reload_today_goes_on_where_it_was_left(reader: Reader, page: Page) -> None:
    reader.open(page)
    page.get_by_role("button", name="Begin").click()
    answer(page)
    page.reload()
    expect(page.get_by_text("19 questions for today: 19 new. 1 done already.")).to_be_visible()
    page.get_by_role("button", name="Go on").click()
    answer(page)
    assert len(log_of(page)) == 2


def test_practice_by_service_and_history(reader: Reader, page: Page) -> None:
    reader.open(page, "practice")
    page.get_by_role("combobox", name="Service", exact=True).select_option("s3")
    expect(page.get_by_role("status").get_by_text(f"{len(OF_S3)} questions")).to_be_visible()
    page.get_by_role("button", name="Begin").click()
    answer(page, right=False)
    for _ in OF_S3[1:]:
        go_on(page)
        answer(page)
    page.get_by_role("button", name="Finish").click()
    page.get_by_role("button", name="Only the wrong ones again").click()
    expect(page.locator(".practice-count")).to_have_text("1 of 1")
    reader.open(page, "practice?only=wrong&service=s3&order=weakest")
    expect(page.get_by_role("status").get_by_text("1 question")).to_be_visible()


def test_a_question_with_two_answers_says_how_many_are_chosen(reader: Reader, page: Page) -> None:
    reader.open(page, f"practice?service={TWO.service}")
    page.get_by_role("button", name="Begin").click()
    expect(page.locator(".practice-card")).to_be_visible()
    while page.locator(".practice-card input[type=radio]").count():
        answer(page)
        go_on(page)
    expect(page.locator("legend")).to_have_text("Choose 2: 0 of 2 chosen")
    choose(page, key_of(page)[0])
    expect(page.locator("legend")).to_have_text("Choose 2: 1 of 2 chosen")
    page.get_by_role("button", name="Check").click()
    expect(page.locator(".practice-hint")).to_have_text("Choose exactly 2: 1 of 2 chosen.")
    expect(page.locator(".practice-result")).to_have_count(0)
    choose(page, "".join({*wrong(key_of(page))} - {*key_of(page)}))
    page.get_by_role("button", name="Check").click()
    expect(page.locator(".practice-result")).to_contain_text("of 2 right answers chosen")


def test_nothing_tells_what_is_right_before_the_answer(reader: Reader, page: Page) -> None:
    reader.open(page, "practice")
    page.get_by_role("button", name="Begin").click()
    card = page.locator(".practice-view").inner_html().lower()
    assert "correct" not in card
    assert "success" not in card
    assert "details" not in card
    expect(page).not_to_have_url("--")
    answer(page)
    expect(page.locator(".practice-card details.success")).to_have_attribute("open", "")


def after(page: Page, **time: int) -> None:
    """Set the clock to a time after the start of the test."""
    page.context.clock.set_fixed_time(NOW + timedelta(**time))


def exam(reader: Reader, page: Page, seed: str = "k3x9") -> None:
    reader.open(page, f"exam/{seed}")
    page.get_by_label("The clock may be paused").check()
    page.get_by_role("button", name="Begin the exam").click()
    expect(page.locator(".practice-clock")).to_be_visible()


def test_a_whole_exam_with_reload_sleep_pause_and_review(reader: Reader, page: Page) -> None:
    exam(reader, page)
    expect(page.locator(".practice-clock")).to_have_text("2:10:00")
    choose(page, key_of(page))
    page.get_by_label("Flag for review").check()
    page.get_by_role("button", name="Next").click()
    choose(page, wrong(key_of(page)))
    page.get_by_label("I am not sure").check()
    expect(page.locator(".practice-result")).to_have_count(0)
    after(page, minutes=5)
    page.reload()
    expect(page.locator(".practice-count")).to_have_text("2 of 65")
    expect(page.locator(".practice-clock")).to_have_text("2:05:00")
    expect(page.locator(".practice-option:has(:checked)")).to_have_count(len(key_of(page)))
    page.get_by_role("button", name="Pause").click()
    expect(page.locator(".practice-card")).to_be_hidden()
    after(page, minutes=15)
    page.get_by_role("button", name="Go on").click()
    expect(page.locator(".practice-clock")).to_have_text("2:05:00")
    page.locator(".practice-sheet summary").click()
    expect(page.get_by_role("button", name="Question 1: answered, flagged")).to_be_visible()
    expect(page.get_by_role("button", name="Question 2: answered, unsure")).to_be_visible()
    page.get_by_role("button", name="Question 65: open").click()
    page.get_by_role("button", name="To the end").click()
    expect(page.get_by_text("63 questions without a complete answer")).to_be_visible()
    page.get_by_role("button", name="Finish now").click()
    expect(page.get_by_role("heading", name="1 of 65 right: 2 %")).to_be_focused()
    expect(page.locator(".practice-item")).to_have_count(65)
    for name, count in (("Wrong", 64), ("Flagged", 1), ("Unsure", 1)):
        page.get_by_role("button", name=f"{name} ({count})").click()
        expect(page.locator(".practice-item")).to_have_count(count)
    page.locator(".practice-item summary").first.click()
    expect(page.locator(".practice-item .practice-chosen").first).to_be_visible()
    assert len(log_of(page)) == 65
    page.reload()
    expect(page.get_by_role("heading", name="1 of 65 right: 2 %")).to_be_visible()
    reader.open(page, "exam")
    expect(page.get_by_role("link", name="2026-11-25")).to_be_visible()
    expect(page.get_by_text("You left an exam")).to_have_count(0)


def test_one_seed_is_one_exam(reader: Reader, page: Page) -> None:
    def shown() -> tuple[list[str], list[str]]:
        exam(reader, page)
        page.locator(".practice-sheet summary").click()
        options = page.locator(".practice-option").all_inner_texts()
        return [page.locator(".practice-card h2").inner_text()], options

    first = shown()
    page.evaluate("localStorage.clear()")
    assert shown() == first


def test_an_exam_is_offered_again_after_days_and_its_time_is_up(reader: Reader, page: Page) -> None:
    exam(reader, page)
    choose(page, key_of(page))
    page.goto("about:blank")
    after(page, days=3)
    page.goto(reader.base + ("index.html" if reader.html else ""))
    step = page.locator(".next-step a")
    expect(step).to_have_text("Go on with the exam you left")
    step.click()
    expect(page.get_by_role("heading", name="The time of this exam is up")).to_be_visible()
    page.get_by_role("button", name="Go on without a clock").click()
    expect(page.locator(".practice-clock")).to_have_text("No clock")
    expect(page.locator(".practice-sheet summary")).to_have_text("1 of 65 answered")


def test_the_clock_ends_the_exam(reader: Reader, page: Page) -> None:
    exam(reader, page)
    choose(page, key_of(page))
    after(page, minutes=130)
    expect(page.get_by_role("heading", name="1 of 65 right: 2 %")).to_be_visible()


def test_a_service_page_can_be_answered_in_place(reader: Reader, page: Page) -> None:
    page.goto(reader.address("services/s3"))
    page.get_by_role("button", name="Practise").click()
    form = page.locator(".practice-form").first
    question = QUESTIONS[page.locator("h2").first.get_attribute("id") or ""]
    expect(page.locator("details.success, details.failure").first).to_be_hidden()
    expect(page.locator(".question-foot").first).to_be_hidden()
    expect(page.locator("h1 ~ table")).to_be_hidden()
    choose(form, "a")
    form.get_by_role("button", name="Check").click()
    expect(page.locator(".practice-result")).to_be_focused()
    expect(page.locator("details.success").first).to_have_attribute("open", "")
    expect(page.locator(".practice-chosen")).to_have_count(1)
    page.wait_for_function("indexedDB.databases().then(all => all.length)")
    expect(page.locator(".question-foot").first).to_be_visible()
    page.reload()
    expect(page.locator(".practice-form").first).to_be_visible()
    (line,) = log_of(page)
    assert line.split()[1:3] == record(question.id, 1).split()[1:3]
    assert line.endswith(" r")
    page.get_by_role("button", name="Read").click()
    expect(page.locator("details.failure").first).to_be_visible()
    expect(page.locator(".practice-form")).to_have_count(0)


def test_every_state_breaks_no_rule_of_accessibility(reader: Reader, page: Page) -> None:
    found = {}

    def look(state: str) -> None:
        page.evaluate(AXE)
        found[state] = violations(page)

    for tab in ("today", "practice", "exam", "progress"):
        reader.open(page, tab)
        look(tab)
    reader.open(page, "practice")
    page.get_by_role("button", name="Begin").click()
    look("asked")
    answer(page, right=False)
    look("answered")
    page.get_by_role("button", name="Stop here").click()
    look("end of a round")
    exam(reader, page)
    page.locator(".practice-sheet summary").click()
    look("exam")
    page.get_by_role("button", name="Finish", exact=True).click()
    page.get_by_role("button", name="Finish now").click()
    page.locator(".practice-item summary").first.click()
    look("result")
    reader.open(page, "progress")
    look("progress with answers")
    # axe asks for style sheets by XMLHttpRequest, which there is none of on disk.
    axes_own = ("XMLHttpRequest", "net::ERR_FAILED")
    reader.errors[:] = [e for e in reader.errors if not any(word in e for word in axes_own)]
    assert {state: broken for state, broken in found.items() if broken} == {}
