"""The foot of a question is lighter than the question, and its problem report is filled in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from exam_notes.model import Service
from playwright.sync_api import Page

from tests.support.builds import build
from tests.support.notes import ROOT
from tests.support.screen import S3, SAMPLES, open_all

EACH_SERVICE = pytest.mark.parametrize("service", SAMPLES, ids=lambda service: service.slug)
REPOSITORY = "https://github.com/someone/aws-notes"
FORMS = ROOT / ".github/ISSUE_TEMPLATE"


@EACH_SERVICE
def test_the_foot_is_lighter_than_the_options(
    window: Callable[..., Page], address: str, service: Service
) -> None:
    """On a phone, with nothing opened; two lines and two links at most are left of it."""
    page = window(390)
    page.goto(address + service.url)
    heights = page.locator(".question-foot").evaluate_all("all => all.map(one => one.offsetHeight)")
    assert len(heights) == len(service.questions)
    assert max(heights) <= 80
    assert page.locator(".question-foot a:visible").count() <= 2 * len(service.questions)


@EACH_SERVICE
def test_day_and_task_stand_once(site: Path, service: Service) -> None:
    """In the title of the sources; the foot repeats neither."""
    html = (site / service.url / "index.html").read_text("utf-8")
    for part in html.split('<footer class="question-foot">')[1:]:
        foot = part.partition("</footer>")[0]
        assert "<time>" not in foot
        assert "DVA-C03" not in foot


@pytest.mark.parametrize("path", [S3.url, "terms/"])
def test_a_finger_finds_what_stands_below_a_question(
    window: Callable[..., Page], address: str, path: str
) -> None:
    page = window(390)
    page.goto(address + path)
    open_all(page)
    parts = page.locator(":is(.question-foot, .places, .roles, .quote) :is(a, summary):visible")
    small = parts.evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height).filter(height => height < 24)"
    )
    assert small == []


def test_a_problem_is_reported_with_a_form_that_knows_the_question(
    tmp_path_factory: pytest.TempPathFactory, browser_page: Page
) -> None:
    site = build(tmp_path_factory.mktemp("report") / "site", REPOSITORY_URL=REPOSITORY)
    browser_page.goto((site / S3.url / "index.html").as_uri())
    links = browser_page.get_by_role("link", name="Report a problem")
    addresses = links.evaluate_all("all => all.map(one => one.href)")
    asked = [parse_qs(urlsplit(address).query) for address in addresses]
    assert [query["question"] for query in asked] == [[q.id] for q in S3.questions]
    for address, query in zip(addresses, asked):
        assert address.startswith(f"{REPOSITORY}/issues/new?")
        form = yaml.safe_load((FORMS / query["template"][0]).read_text("utf-8"))
        fields = {field["id"] for field in form["body"]}
        assert set(query) - {"template", "title"} <= fields
        required = {f["id"] for f in form["body"] if f.get("validations", {}).get("required")}
        assert {"question", "statement", "source"} <= required


@pytest.fixture
def browser_page(window: Callable[..., Page]) -> Page:
    return window()
