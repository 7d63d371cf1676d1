"""The index and the search name a term's questions; what it is there is said when asked for."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from exam_notes.model import Role
from exam_notes.order import by_title
from playwright.sync_api import Page, expect

from tests.support.notes import own_docs, site_of

NOTES = site_of(own_docs())
PLACES = NOTES.index.places
TELLING = next(id for id, found in PLACES.items() if len({place.role for place in found}) > 1)
WORDS = ("Answer", "Distractor", "Mentioned")
SHOWN = f"article :text-matches('^({'|'.join(WORDS)})$'):visible"


@pytest.mark.parametrize("script", [True, False])
def test_the_index_shows_no_role(
    window: Callable[..., Page], address: str, *, script: bool
) -> None:
    page = window(java_script_enabled=script)
    page.goto(f"{address}terms/")
    expect(page.locator(SHOWN)).to_have_count(0)


def test_without_a_role_a_place_leads_to_its_question_and_stands_by_title(site: Path) -> None:
    """An option's address would tell that the term is in an option."""
    html = (site / "terms/index.html").read_text("utf-8")
    start = html.index('<ul class="places">', html.index(f'id="{TELLING}"'))
    part = html[start : html.index("</ul>", start)]
    questions = by_title(NOTES.questions[place.question] for place in PLACES[TELLING])
    assert [address.partition('"')[0] for address in part.split("#")[1:]] == [
        q.id for q in questions
    ]


def test_no_role_is_in_the_search(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))["docs"]
    terms = [entry for entry in index if entry["location"].startswith("terms/#")]
    assert len(terms) > 80
    assert [e for e in terms if any(f"<p>{word}</p>" in e["text"] for word in WORDS)] == []


def test_the_switch_shows_all_roles_and_is_remembered(page: Page, address: str) -> None:
    page.goto(f"{address}terms/")
    page.get_by_label("Show roles").check()
    for _ in range(2):
        shown = page.locator(f".term:has(> h3#{TELLING}) .roles .role:visible").all_inner_texts()
        roles = {place.role for place in PLACES[TELLING]}
        assert [text.strip() for text in shown] == [
            r.value.capitalize() for r in Role if r in roles
        ]
        expect(page.locator(".roles + .places:visible")).to_have_count(0)
        page.reload()
    page.get_by_label("Show roles").uncheck()
    page.reload()
    expect(page.locator(SHOWN)).to_have_count(0)


def test_a_role_leads_into_its_option(page: Page, address: str) -> None:
    page.goto(f"{address}terms/")
    page.get_by_label("Show roles").check()
    place = min(PLACES[TELLING], key=lambda place: list(Role).index(place.role))
    link = page.locator(f".term:has(> h3#{TELLING}) .roles a").first
    assert (link.get_attribute("href") or "").endswith(f"#{place.anchor}")
    link.click()
    expect(page.locator(f"[id='{place.anchor}']")).to_be_visible()


def test_without_javascript_roles_open_one_by_one(
    window: Callable[..., Page], address: str
) -> None:
    page = window(java_script_enabled=False)
    page.goto(f"{address}terms/")
    term = page.locator(f".term:has(> h3#{TELLING})")
    term.locator(".roles > summary").click()
    expect(term.locator(".roles a").first).to_be_visible()
    expect(term.locator(".places")).to_be_hidden()
    expect(page.locator(".roles-switch")).to_be_hidden()


def test_paper_shows_no_role_until_they_are_switched_on(page: Page, address: str) -> None:
    page.goto(f"{address}terms/")
    page.emulate_media(media="print")
    expect(page.locator(SHOWN)).to_have_count(0)
    page.emulate_media(media="screen")
    page.get_by_label("Show roles").check()
    page.emulate_media(media="print")
    assert page.locator(SHOWN).count() > 10


def test_below_a_service_page_stand_other_questions_without_roles(site: Path) -> None:
    html = (site / "services/s3/index.html").read_text("utf-8")
    aside = html[html.index('<aside class="elsewhere">') : html.index("</aside>")]
    assert "<li>" in aside or "No question" in aside
    assert [word for word in WORDS if word in aside] == []
