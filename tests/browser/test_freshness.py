"""Each question with the day it was checked, oldest first; ages are counted in the browser."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from exam_notes.views.freshness import freshness
from playwright.sync_api import BrowserContext, Page, expect

from tests.support.notes import own_docs, site_of
from tests.support.questions import question

SOURCES = "> [!quote]- Sources, checked {}, DVA-C03 1.2\n>\n> - [t](https://h/)\n\n"
DAYS = sorted(question.checked for question in site_of(own_docs()).questions.values())


def page_of(name: str, **days: str) -> str:
    texts = (
        question(id.replace("_", "-"), title=id) + SOURCES.format(day) for id, day in days.items()
    )
    return f"# Amazon {name}\n\n" + "".join(texts)


PAGES = {
    "services/s3.md": page_of("S3", s3_a="2026-03-02", s3_b="2026-03-01"),
    "services/ebs.md": page_of("EBS", ebs_a="2026-03-02"),
    "services/rds.md": page_of("RDS", rds_a="2026-02-01", rds_b="2026-04-01"),
    "services/sqs.md": "# Amazon SQS\n",
}


def test_the_service_that_waited_longest_comes_first() -> None:
    services = freshness(site_of(PAGES), "")["services"]
    told = [(each.service.slug, [q.id for q in each.questions]) for each in services]
    assert told == [("rds", ["rds-a", "rds-b"]), ("s3", ["s3-b", "s3-a"]), ("ebs", ["ebs-a"])]


def test_days_are_counted() -> None:
    days = freshness(site_of(PAGES), "")["days"]
    assert days == [("2026-02-01", 1), ("2026-03-01", 1), ("2026-03-02", 2), ("2026-04-01", 1)]


@pytest.fixture
def at(context: BrowserContext, address: str) -> Callable[[str, int], Page]:
    """Open a page so many days after the oldest check, in a window of its own: its clock stays."""

    def open_page(path: str, days: int) -> Page:
        page = context.new_page()
        now = datetime.combine(date.fromisoformat(DAYS[0]) + timedelta(days), datetime.min.time())
        page.clock.set_fixed_time(now.replace(hour=12))
        page.goto(address + path)
        return page

    return open_page


def due(days: int) -> int:
    """Return how many questions are due then, 180 days after they were checked."""
    today = date.fromisoformat(DAYS[0]) + timedelta(days)
    return sum((today - date.fromisoformat(day)).days >= 180 for day in DAYS)


def said(count: int) -> str:
    return "1 question is" if count == 1 else f"{count or 'No'} questions are"


@pytest.mark.parametrize("path", ["", "freshness/"])
@pytest.mark.parametrize("days", [0, 179, 180, 1000])
def test_what_is_due_is_counted_from_today(
    at: Callable[[str, int], Page], path: str, days: int
) -> None:
    note = at(path, days).locator(".review .due")
    expect(note).to_have_text(f"{said(due(days))} due for review today.")


@pytest.mark.parametrize("days", [179, 180])
def test_each_question_tells_its_age(at: Callable[[str, int], Page], days: int) -> None:
    ages = at("freshness/", days).locator(".checked .age").all_inner_texts()
    assert len(ages) == len(DAYS)
    assert sum("due for review" in age for age in ages) == due(days)
    assert any(age.startswith(f"{days} days ago") for age in ages)


def test_a_page_holds_no_age(site: Path) -> None:
    """So it does not change by itself."""
    for path in ("index.html", "freshness/index.html"):
        assert "days ago" not in (site / path).read_text("utf-8")
