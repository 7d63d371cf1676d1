"""A note that is edited or moved keeps its history; other options or answers are asked again."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from exam_notes.exports.practice import practice_files
from exam_notes.reading.published import PublishedId
from playwright.sync_api import Browser, Locator, Page, expect

from tests.support.notes import own_docs, site_of
from tests.support.practising import OF_S3, Reader, log_of, put_log, record
from tests.support.serving import serve

PAGE = "services/s3.md"
ID = "s3-kms-keys"
THEN = 1_795_564_800_000  # 2026-11-25, midnight UTC
Republish = Callable[[str, str, tuple[PublishedId, ...]], None]


@pytest.fixture
def folder(site: Path, tmp_path: Path) -> Path:
    """A copy of the site, to be published anew."""
    return Path(shutil.copytree(site, tmp_path / "site"))


@pytest.fixture
def republish(folder: Path) -> Republish:
    """Publish the site anew, with an edit of the page about S3."""

    def publish(old: str, new: str, published: tuple[PublishedId, ...]) -> None:
        docs = own_docs()
        assert old in docs[PAGE]
        docs[PAGE] = docs[PAGE].replace(old, new)
        for path, content in practice_files(site_of(docs), published):
            (folder / path).write_bytes(content)

    return publish


@pytest.fixture
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    """A practice page on which one question was answered, right and sure, this morning."""
    with serve(folder) as address:
        context = browser.new_context(service_workers="block", reduced_motion="reduce")
        context.clock.set_fixed_time(datetime(2026, 11, 25, 12))
        reader = Reader(context, address, html=False)
        page = reader.new_page()
        page.route("**/*", lambda route: route.continue_())  # and no cache
        reader.open(page)
        put_log(page, {"20782": record(ID, THEN)})
        yield page
        context.close()
    assert reader.errors == []


def come_again(page: Page) -> None:
    page.reload()
    expect(page.locator(".practice-view h2")).to_be_visible()


def today(page: Page, text: str) -> Locator:
    return page.get_by_text(text, exact=True)


def test_a_mended_stem_keeps_the_history(page: Page, republish: Republish) -> None:
    republish("A clinic keeps", "A clinic stores", ())
    come_again(page)
    expect(today(page, "19 questions for today: 19 new. 1 done already.")).to_be_visible()


@pytest.mark.parametrize(
    ("old", "new"),
    [("> [!failure]- Server-side encryption with", "> [!failure]- Encryption by the client with")],
)
def test_other_options_are_asked_again_and_the_page_says_why(
    page: Page, republish: Republish, old: str, new: str
) -> None:
    republish(old, new, ())
    come_again(page)
    expect(
        today(page, "19 questions for today: 1 to repeat, 18 new. 1 done already.")
    ).to_be_visible()
    page.goto(page.url.partition("#")[0] + "#practice?service=s3&only=")
    page.get_by_role("button", name="Begin").click()
    said = page.get_by_text("have changed since you answered it")
    for _ in OF_S3:
        if said.count():
            break
        page.locator(".practice-option").first.click()
        page.get_by_role("button", name="Check").click()
        page.get_by_role("button", name="Next question").click()
    expect(said).to_be_visible()
    assert record(ID, THEN) in log_of(page)


def test_a_question_that_moved_takes_its_history_along(page: Page, republish: Republish) -> None:
    republish(f"#{ID}", "#s3-keys-of-ones-own", (PublishedId(ID, "s3-keys-of-ones-own", 1),))
    come_again(page)
    expect(today(page, "19 questions for today: 19 new. 1 done already.")).to_be_visible()


def test_a_question_that_went_away_is_forgotten_by_nobody(page: Page, republish: Republish) -> None:
    republish(f"#{ID}", "#s3-something-else", ())
    come_again(page)
    expect(today(page, "20 questions for today: 20 new.")).to_be_visible()
    assert log_of(page) == [record(ID, THEN)]
