"""All questions on one page, in both forms, and as PDF."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.shots.pdf import FORMS, NOWHERE, write_pdf
from tests.support.builds import SITE_URL
from tests.support.notes import own_site
from tests.support.squashed import squashed

NOTES = own_site()
QUESTIONS = NOTES.questions.values()
OPTIONS = [option for question in QUESTIONS for option in question.options]
BOTH = pytest.mark.parametrize("url", FORMS.values(), ids=[*FORMS])
TEXTS = "(all) => all.map((one) => one.textContent)"

Open = Callable[[str], Page]


@pytest.fixture
def opened(window: Callable[..., Page], address: str) -> Open:
    def open_page(url: str) -> Page:
        page = window(java_script_enabled=False)
        page.goto(address + url)
        return page

    return open_page


def texts(page: Page, selector: str) -> list[str]:
    found = page.locator(selector).all()
    return ["".join(text.split()) for text in (one.text_content() or "" for one in found)]


@BOTH
def test_every_question_option_verdict_and_reason_is_there(opened: Open, url: str) -> None:
    html = opened(url).locator("article").inner_html()
    heads = re.findall(r'<h3 id="([^"]*)"', html)
    assert [id for id in heads if not id.startswith("answer-")] == [*NOTES.questions]
    answers = html.split('<section class="printed-answer">')[1:]
    for question, answer in zip(QUESTIONS, answers, strict=True):
        items = re.split(r'<li><p class="printed-option">', answer)[1:]
        for option, item in zip(question.options, items, strict=True):
            expected = f"{option.verdict.word}:{squashed(option.title.html + option.reason.html)}"
            assert squashed(item).startswith(expected)
        assert [s.url for s in question.sources if s.url not in answer.replace("&amp;", "&")] == []
        labels = [change.label for change in question.all_changes]
        assert answer.count('"admonition-title"') == len(labels)
        assert [label for label in labels if squashed(label) not in squashed(answer)] == []


@BOTH
def test_every_stem_is_there(opened: Open, url: str) -> None:
    sections = texts(opened(url), ".printed-question")
    for question, section in zip(QUESTIONS, sections, strict=True):
        assert section.startswith(squashed(question.title.html + question.stem.html))


def test_where_answers_are_behind_none_stands_before_the_last_question(opened: Open) -> None:
    html = opened(FORMS["answers-behind"]).locator("article").inner_html()
    questions, _, answers = html.partition('<div class="printed-answers">')
    assert questions.count('<section class="printed-question">') == len(QUESTIONS)
    assert not re.search('Correct:|Incorrect:|printed-answer"', questions)
    assert answers.count('<section class="printed-answer">') == len(QUESTIONS)


@BOTH
def test_links_on_the_page_lead_to_what_is_on_it(opened: Open, url: str) -> None:
    html = opened(url).locator("article").inner_html()
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    anchors = {*re.findall(r'href="#([^"]+)"', html)}
    assert anchors - {*ids} == set()
    assert len(anchors & {*NOTES.questions}) > 10


def test_each_form_leads_to_the_other(opened: Open) -> None:
    behind, below = FORMS["answers-behind"], FORMS["answers-below"]
    page = opened(behind)
    page.get_by_role("link", name="the answers below each question").click()
    assert page.url.endswith(f"/{below}")
    page.get_by_role("link", name="the answers behind all questions").click()
    assert page.url.endswith(f"/{behind}")


def depth(outline: list[Any]) -> int:
    return sum(depth(entry) if isinstance(entry, list) else 1 for entry in outline)


@pytest.mark.parametrize("base", [SITE_URL, NOWHERE])
def test_the_pdf_has_tags_outline_and_pages(
    browser: Browser, site: Path, tmp_path: Path, base: str
) -> None:
    file = tmp_path / "below.pdf"
    write_pdf(browser, site, base, FORMS["answers-below"], file)
    pdf = PdfReader(file)
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"].value is True  # type: ignore[index]
    assert "/StructTreeRoot" in pdf.trailer["/Root"]  # type: ignore[operator]
    assert depth(pdf.outline) >= 1 + len(QUESTIONS)
    pages = len(pdf.pages)
    first, last = (pdf.pages[at].extract_text() for at in (0, pages - 1))
    assert f"1 of {pages}" in first
    assert f"{pages} of {pages}" in last
    assert "AWS Developer exam notes" in last
    addresses = {
        link["/A"]["/URI"]
        for page in pdf.pages
        for link in (reference.get_object() for reference in page.get("/Annots", []))
        if "/URI" in link.get("/A", {})
    }
    assert len(addresses) > len(QUESTIONS)
    assert [
        address for address in addresses if "invalid" in address or "127.0.0.1" in address
    ] == []
