"""Progress is not lost: windows, files, refused and full storage, and what others wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.practising import (
    QUESTIONS,
    Reader,
    answer,
    go_on,
    log_of,
    progress_file,
    put_log,
    record,
    upload,
)

NOW = datetime(2026, 11, 25, 12)
THEN = 1_795_000_000_000  # milliseconds, some days before
IDS = list(QUESTIONS)
LOG = sorted(record(id, THEN + at, right=at % 3 > 0) for at, id in enumerate(IDS))
MARKUP = "<img/src=x/onerror=window.harm=1>"


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Reader]:
    context = browser.new_context(service_workers="block", reduced_motion="reduce")
    context.set_default_timeout(5_000)
    context.clock.set_fixed_time(NOW)
    reader = Reader(context, address, html=False)
    yield reader
    context.close()
    assert reader.errors == []


@pytest.fixture
def page(reader: Reader) -> Page:
    return reader.new_page()


def begin(page: Page) -> None:
    page.get_by_role("button", name="Begin").click()


def read_file(page: Page, file: dict[str, object]) -> None:
    page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]


def told(page: Page) -> str:
    expect(page.locator(".practice-message")).not_to_be_empty()
    return page.locator(".practice-message").inner_text()


def test_two_windows_at_once_lose_nothing(reader: Reader, page: Page) -> None:
    other = reader.new_page()
    for window in (page, other):
        begin(reader.open(window, "practice"))
    for window in (page, other, page, other):
        answer(window, right=window is page)  # the clock stands: equal answers would be one record
        go_on(window)
    assert len(log_of(page)) == 4
    reader.open(other, "progress")
    expect(other.get_by_text("4 records.")).to_be_visible()
    answer(page)
    expect(other.get_by_text("5 records.")).to_be_visible()


def test_two_windows_at_one_exam_keep_both_answers(reader: Reader, page: Page) -> None:
    reader.open(page, "exam/k3x9")
    page.get_by_role("button", name="Begin the exam").click()
    other = reader.open(reader.new_page(), "exam/k3x9")
    page.locator(".practice-option").first.click()
    other.get_by_role("button", name="Next").click()
    other.locator(".practice-option").first.click()
    reader.open(page, "exam/k3x9")
    done = page.locator(".practice-cell.answered, .practice-cell.open:has-text('?')")
    expect(page.locator(".practice-count")).to_have_text("2 of 65")
    kept = json.loads(
        page.evaluate(
            "localStorage.getItem(`exam-notes:${location.pathname.replace('practice/', '')}exam`)"
        )
    )
    assert len(kept["answers"]) == 2
    assert done.count() <= 2


def test_what_is_saved_can_be_read_elsewhere_once_and_again(reader: Reader, page: Page) -> None:
    begin(reader.open(page, "practice"))
    for _ in range(3):
        answer(page, right=False)
        go_on(page)
    log = log_of(page)
    reader.open(page, "progress")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    assert download.value.suggested_filename == "exam-notes-progress-2026-11-25.json"
    text = Path(download.value.path()).read_text("utf-8")
    assert json.loads(text)["log"] == log
    page.get_by_role("button", name="Clear everything").click()
    message = page.locator(".practice-message")
    message.get_by_role("button", name="Clear", exact=True).click()
    expect(message).to_contain_text("Cleared 3 records.")
    assert log_of(page) == []
    read_file(page, upload(text))
    message.get_by_role("button", name="Add them").click()
    expect(message).to_contain_text("Added 3 records.")
    assert log_of(page) == log
    read_file(page, upload(text))
    expect(message).to_have_text("Nothing new: all 3 records are here already.")
    assert log_of(page) == log


def test_clearing_and_reading_can_be_undone(reader: Reader, page: Page) -> None:
    reader.open(page, "progress")
    put_log(page, {"20775": "\n".join(LOG)})
    reader.open(page, "progress")
    message = page.locator(".practice-message")
    page.get_by_role("button", name="Clear everything").click()
    message.get_by_role("button", name="Keep").click()
    assert log_of(page) == LOG
    page.get_by_role("button", name="Clear everything").click()
    message.get_by_role("button", name="Clear", exact=True).click()
    message.get_by_role("button", name="Undo").click()
    expect(message).to_have_text("As it was before.")
    assert log_of(page) == LOG
    read_file(page, progress_file([record(IDS[0], THEN + 99)]))
    message.get_by_role("button", name="Add them").click()
    message.get_by_role("button", name="Undo").click()
    expect(message).to_have_text("As it was before.")
    assert log_of(page) == LOG


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (upload("{"), "no file with progress"),
        (progress_file([], version=2), "version 2; this page reads version 1"),
        (progress_file([MARKUP]), f'Record 1 is not understood: "{MARKUP}"'),
        (progress_file([LOG[0], {"__proto__": {}}]), "Record 2 is not understood"),
        (progress_file([], **{MARKUP: 1}), f'a field that is not known: "{MARKUP}"'),
        (progress_file([], format=MARKUP), "no file with progress"),
        (progress_file([], version=MARKUP), f'version "{MARKUP}"'),
    ],
    ids=["damaged", "newer", "markup", "prototype", "field", "format", "version"],
)
def test_a_file_that_is_not_understood_changes_nothing(
    reader: Reader, page: Page, file: dict[str, object], says: str
) -> None:
    reader.open(page, "progress")
    put_log(page, {"20775": "\n".join(LOG)})
    read_file(page, file)
    assert told(page).startswith("Nothing was changed. ")
    assert says in told(page)
    assert log_of(page) == LOG
    assert page.evaluate("window.harm") is None


def test_a_file_that_is_too_large_is_not_even_read(
    reader: Reader, page: Page, tmp_path: Path
) -> None:
    (tmp_path / "large.json").write_text(" " * (16 * 2**20 + 1))
    reader.open(page, "progress")
    page.locator("input[type=file]").set_input_files(tmp_path / "large.json")
    assert told(page) == "Nothing was changed. The file is larger than 16 MB."


def test_records_of_a_newer_version_are_kept(reader: Reader, page: Page) -> None:
    newer = "~2 something that this version cannot read"
    reader.open(page, "progress")
    read_file(page, progress_file([*LOG, newer]))
    page.get_by_role("button", name="Add them").click()
    expect(page.locator(".practice-message")).to_contain_text(f"Added {len(LOG) + 1} records.")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    assert newer in json.loads(Path(download.value.path()).read_text())["log"]


def test_what_others_wrote_does_no_harm(reader: Reader, page: Page) -> None:
    """Every project of one owner can write into all of this."""
    reader.open(page)
    put_log(
        page,
        {
            "1": MARKUP,
            "2": {"__proto__": 1},
            "3": 7,
            "4": "\n".join([LOG[0], MARKUP, LOG[1].replace(IDS[1], "__proto__"), "x" * 10_000]),
            MARKUP: "~9 " + MARKUP,
        },
    )
    page.evaluate(
        """markup => {
            const scope = `exam-notes:${location.pathname.replace("practice/", "")}`;
            const exam = {seed: markup, ids: [markup, "__proto__"], answers: [[markup, markup]]};
            const settings = {day: markup, daily: markup, minutes: -1};
            localStorage[scope + "settings"] = JSON.stringify(settings);
            localStorage[scope + "exam"] = JSON.stringify(exam);
            const next = {exam: markup, from: markup, due: markup};
            localStorage[scope + "next"] = JSON.stringify(next);
            localStorage[scope + "mode"] = markup;
        }""",
        MARKUP,
    )
    for tab in (
        "today",
        "practice?service=" + MARKUP,
        "exam/" + MARKUP,
        "progress",
        "result/" + MARKUP,
        MARKUP,
    ):
        reader.open(page, tab)
        assert page.locator(".practice img").count() == 0
    reader.open(page, "progress")
    expect(page.get_by_text("2 records.")).to_be_visible()
    page.goto(reader.base)
    expect(page.locator(".next-step a")).to_be_visible()
    page.goto(reader.address("services/s3"))
    expect(page.get_by_role("button", name="Practise")).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("window.harm") is None
    assert page.evaluate("({}).polluted") is None


def test_where_storage_is_refused_practice_lasts_for_the_visit(reader: Reader, page: Page) -> None:
    reader.context.add_init_script(REFUSE)
    begin(reader.open(page))
    answer(page)
    go_on(page)
    page.get_by_role("button", name="Stop here").click()
    page.get_by_role("button", name="Back", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("refuses to store anything")
    expect(page.get_by_text("1 done already")).to_be_visible()
    page.get_by_role("link", name="Progress").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    assert len(json.loads(Path(download.value.path()).read_text())["log"]) == 1


def test_where_storage_is_full_the_page_says_so(reader: Reader, page: Page) -> None:
    begin(reader.open(page))
    session = reader.context.new_cdp_session(page)
    origin = "/".join(reader.base.split("/")[:3])
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1})
    answer(page)
    go_on(page)
    page.get_by_role("button", name="Stop here").click()
    page.get_by_role("button", name="Back", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("storage of this browser is full")
    expect(page.get_by_text("1 done already")).to_be_visible()


def test_after_many_answers_a_file_is_suggested(reader: Reader, page: Page) -> None:
    reader.open(page)
    many = [record(IDS[0], THEN + at) for at in range(120)]
    put_log(page, {"20775": "\n".join(many)})
    reader.open(page)
    expect(page.get_by_text("120 answers are in this browser alone.")).to_be_visible()
    reader.open(page, "progress")
    with page.expect_download():
        page.get_by_role("button", name="Save as a file").click()
    reader.open(page)
    expect(page.get_by_text("in this browser alone")).to_have_count(0)


def test_the_home_page_knows_what_is_due(reader: Reader, page: Page) -> None:
    page.goto(reader.base)
    expect(page.locator(".next-step a")).to_have_text("Begin to practise")
    reader.open(page)
    put_log(page, {"20775": "\n".join(LOG)})
    reader.open(page)
    page.goto(reader.base)
    expect(page.locator(".next-step a")).to_have_text(f"Go on: {len(LOG)} due today")


REFUSE = """
    const refuse = () => { throw new DOMException("refused", "SecurityError"); };
    Object.defineProperty(indexedDB, "open", { value: refuse });
    const { getItem, setItem } = Storage.prototype;
    Storage.prototype.getItem = function (name) {
        return name.startsWith("exam-notes") ? refuse() : getItem.call(this, name);
    };
    Storage.prototype.setItem = function (name, value) {
        return name.startsWith("exam-notes") ? refuse() : setItem.call(this, name, value);
    };
"""
