"""A site that has moved or stopped says so after a while, though every page of it is kept."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.support.builds import EPOCH, SITE_PATH, build
from tests.support.keeping import BAR, KEPT, NEW, keep, new_version
from tests.support.patience import PATIENCE, until
from tests.support.serving import Answer, Server

SEEN = f"exam-notes:{SITE_PATH}:seen"
LONG_AGO = "2025-01-31"
TODAY = "new Date().toISOString().slice(0, 10)"
BUILT = "document.documentElement.dataset.built"
GONE = f"Not found since {LONG_AGO}: this site may have moved or stopped."
SILENT = f"Available offline. Not compared with the site since {LONG_AGO}."


def day_of(epoch: str) -> str:
    return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()


@pytest.fixture
def page(context: BrowserContext, server: Server) -> Page:
    """A page of a reader who was here today."""
    page = context.new_page()
    keep(page, server.address)
    return page


def seen(page: Page) -> str:
    return str(page.evaluate("(key) => localStorage.getItem(key)", SEEN))


def seen_last(page: Page, day: str) -> None:
    """Set the day on which the site answered last; an expression, or a day in quotes."""
    page.evaluate(f"localStorage.setItem({json.dumps(SEEN)}, {day})")


def days_ago(number: int) -> str:
    return f"new Date(Date.now() - {number} * 864e5).toISOString().slice(0, 10)"


def test_the_day_of_the_first_visit_is_noted(page: Page) -> None:
    assert seen(page) == page.evaluate(TODAY)


@pytest.mark.parametrize("status", [404, 410])
def test_a_site_that_is_gone_for_long_says_so(page: Page, server: Server, status: int) -> None:
    seen_last(page, repr(LONG_AGO))
    server.instead["sw.js"] = Answer(status, b"")
    page.reload()
    expect(page.locator(BAR)).to_have_text(GONE, timeout=PATIENCE)
    assert seen(page) == LONG_AGO


@pytest.mark.parametrize("fault", ["no network", "error"])
def test_a_site_that_was_not_asked_for_long_says_so(page: Page, server: Server, fault: str) -> None:
    """Nobody knows then whether it is gone."""
    seen_last(page, repr(LONG_AGO))
    if fault == "error":
        server.instead["sw.js"] = Answer(503, b"")
    else:
        server.stop()
    page.reload()
    expect(page.locator(BAR)).to_have_text(SILENT, timeout=PATIENCE)


def test_one_that_is_gone_since_yesterday_is_given_time(page: Page, server: Server) -> None:
    seen_last(page, days_ago(5))
    server.instead["sw.js"] = Answer(404, b"")
    server.asked.clear()
    page.reload(wait_until="networkidle")
    until(lambda: server.asked["sw.js"] > 0)
    page.wait_for_load_state("networkidle")
    assert page.locator(BAR).all_inner_texts() == [KEPT]


def test_one_that_answers_again_is_seen_today(page: Page) -> None:
    seen_last(page, repr(LONG_AGO))
    page.reload()
    until(lambda: seen(page) == page.evaluate(TODAY))
    assert page.locator(BAR).all_inner_texts() == [KEPT]


@pytest.mark.parametrize("stored", ["<img src=x onerror=alert(1)>", "", "2025-1-31", "null"])
def test_what_others_wrote_there_is_not_shown(page: Page, server: Server, stored: str) -> None:
    """The day of the build stands for it: other projects of the origin may write what they like."""
    seen_last(page, repr(stored))
    server.instead["sw.js"] = Answer(404, b"")
    page.add_init_script(f"addEventListener('load', () => {BUILT} = '{LONG_AGO}')")
    page.reload()
    expect(page.locator(BAR)).to_have_text(GONE, timeout=PATIENCE)


def test_the_offer_of_a_new_version_stays(
    page: Page, server: Server, site: Path, tmp_path: Path
) -> None:
    server.site = new_version(site, tmp_path / "second", "The second version")
    page.reload()
    expect(page.locator(BAR)).to_have_text(NEW, timeout=PATIENCE)
    seen_last(page, repr(LONG_AGO))
    server.instead["sw.js"] = Answer(404, b"")
    page.reload(wait_until="networkidle")
    assert page.locator(BAR).all_inner_texts() == [NEW]


def test_every_page_says_when_it_was_built(
    page: Page, server: Server, site: Path, offline_copy: Path
) -> None:
    found = re.search(r'"(\d{4}-\d\d-\d\d)"', (site / "assets/built.js").read_text("utf-8"))
    assert found
    built = re.compile(rf"Built on ({found[1]}|{day_of(EPOCH)})\.")  # the copy is built here
    for address in (
        server.address,
        f"{server.address}nothing",
        (offline_copy / "about.html").as_uri(),
    ):
        page.goto(address)
        expect(page.locator(".md-copyright")).to_contain_text(built)


def test_by_the_day_only_one_small_file_changes(tmp_path: Path) -> None:
    """And what is made from the files: the worker's list, and the days in the sitemap. The book to
    take along says its day, and the page that offers it."""
    next_day = str(int(EPOCH) + 24 * 60 * 60)
    site = build(tmp_path / "site", SOURCE_DATE_EPOCH=EPOCH)
    later = build(tmp_path / "later", SOURCE_DATE_EPOCH=next_day)
    names = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    changed = {name for name in names if (site / name).read_bytes() != (later / name).read_bytes()}
    made = {"sw.js", "SHA256SUMS", "sitemap.xml", "sitemap.xml.gz"}
    taken = {"take/index.html", "downloads/aws-exam-notes.epub"}
    assert changed == {"assets/built.js"} | made | taken
    assert f'"{day_of(next_day)}"' in (later / "assets/built.js").read_text("utf-8")
