"""On paper everything is open, verdicts are words, and sources have their addresses."""

from __future__ import annotations

import re
from collections.abc import Callable
from string import ascii_uppercase

import pytest
from exam_notes.model import Service
from playwright.sync_api import Page

from tests.support.screen import OPTIONS, S3, SAMPLE_PAGES, SAMPLES, opened

PRINT = Callable[[str], Page]
CONTROLS = (
    ".md-header, .md-sidebar, .md-top, .md-search, .md-footer__inner, .md-skip, .md-icon,"
    " .md-button, .md-code__nav, .headerlink, .option-link, .answers-control, .terms-filter,"
    " .letters"
)
EACH_SAMPLE = pytest.mark.parametrize("service", SAMPLES, ids=lambda service: service.slug)


@pytest.fixture
def printed(window: Callable[..., Page], address: str) -> PRINT:
    """Open a page as it is printed, without JavaScript, for Material's opens what is closed."""

    def open_page(path: str) -> Page:
        page = window(794, 1123, java_script_enabled=False)
        page.emulate_media(media="print")
        page.goto(address + path)
        return page

    return open_page


@EACH_SAMPLE
def test_every_reason_can_be_read_though_its_option_is_closed(
    printed: PRINT, service: Service
) -> None:
    page = printed(service.url)
    lettered = [pair for q in service.questions for pair in zip(ascii_uppercase, q.options)]
    assert opened(page) == []
    assert page.locator(OPTIONS).evaluate_all(VISIBLE_TEXTS) == [
        [f"{letter}. {o.title.text}", o.verdict.word, o.reason.text.splitlines()[0]]
        for letter, o in lettered
    ]


@EACH_SAMPLE
def test_every_source_has_its_address(printed: PRINT, service: Service) -> None:
    page = printed(service.url)
    sources = [source for question in service.questions for source in question.sources]
    links = page.locator("details.quote a")
    shown = links.evaluate_all(
        "all => all.map(one => getComputedStyle(one, '::after').content.slice(1, -1).trim())"
    )
    assert shown == [f"<{source.url}>" for source in sources]
    assert all(links.evaluate_all("all => all.map(one => one.checkVisibility())"))


@pytest.mark.parametrize("path", SAMPLE_PAGES)
def test_no_control_is_printed(printed: PRINT, path: str) -> None:
    assert printed(path).locator(CONTROLS).evaluate_all(SEEN) == []


@pytest.mark.parametrize("path", [S3.url, "terms/"])
def test_no_control_that_a_script_brings_is_printed(
    window: Callable[..., Page], address: str, path: str
) -> None:
    page = window(794, 1123)
    page.goto(address + path)
    if path == S3.url:
        page.locator(".md-code__nav").first.wait_for(state="attached")
    page.emulate_media(media="print")
    assert page.locator(CONTROLS).evaluate_all(SEEN) == []


SEEN = (
    "all => all.filter(one => one.checkVisibility({visibilityProperty: true,"
    " opacityProperty: true}) && one.offsetHeight).map(one => one.className)"
)


def test_no_page_ends_within_a_change_note_or_a_row(printed: PRINT) -> None:
    page = printed(S3.url)
    for selector in (".admonition.warning", "tr"):
        breaks = page.locator(selector).evaluate_all(
            "all => [...new Set(all.map(one => getComputedStyle(one).breakInside))]"
        )
        assert breaks == ["avoid"]


def test_an_option_may_go_on_overleaf_but_not_right_below_its_text(printed: PRINT) -> None:
    """So no page stays half empty before a long answer."""
    page = printed(S3.url)
    style = "all => [...new Set(all.map(one => getComputedStyle(one).{}))]"
    assert page.locator(OPTIONS).evaluate_all(style.format("breakInside")) == ["auto"]
    heads = page.locator("article summary:visible, article .verdict")
    assert heads.evaluate_all(style.format("breakAfter")) == ["avoid"]


def test_few_sheets_hold_everything(window: Callable[..., Page], address: str) -> None:
    """26 sheets were the index, and 3.2 a question, when nobody had looked."""
    page = window()
    page.goto(f"{address}terms/")
    terms = page.locator(".term").count()
    assert terms / sheets(page) >= 12
    services = 0
    for service in SAMPLES:
        page.goto(address + service.url)
        services += sheets(page)
    assert services / sum(len(service.questions) for service in SAMPLES) <= 2.2


def sheets(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))


def test_a_heading_stays_with_what_follows(printed: PRINT) -> None:
    page = printed(S3.url)
    breaks = page.locator("h1, h2").evaluate_all(
        "all => [...new Set(all.map(one => getComputedStyle(one).breakAfter))]"
    )
    assert breaks == ["avoid"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_stays_white(window: Callable[..., Page], address: str, scheme: str) -> None:
    """Ink is dark too, whatever the scheme of the screen is."""
    page = window(color_scheme=scheme)
    page.goto(address + S3.url)
    page.emulate_media(media="print")
    colour = "one => getComputedStyle(one).color.match(/\\d+/g).map(Number)"
    for text in ("article h2 + p", "article summary", "article .warning p"):
        assert max(page.locator(text).first.evaluate(colour)) < 128
    back = page.locator("body").evaluate("one => getComputedStyle(one).backgroundColor")
    assert back in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")


@EACH_SAMPLE
def test_a_pdf_holds_every_link_of_reasons_and_sources(
    window: Callable[..., Page], address: str, service: Service
) -> None:
    """A link is in the PDF where its text is on the paper."""
    page = window()
    page.goto(address + service.url)
    pdf = page.pdf(format="A4").decode("latin-1")
    printed = set(re.findall(r"/URI \((https://[^)]+)\)", pdf))
    hrefs = page.locator(":is(.success, .failure, .quote) a[href^='https:']").evaluate_all(
        "all => all.map(one => one.href)"
    )
    assert set(hrefs) - printed == set()
    assert len(hrefs) > 3


# Of each option: the text of its title, the word of its verdict, the first line of its reason.
VISIBLE_TEXTS = """options => options.map(option =>
    ["summary", ".verdict strong", ".verdict + *"].map(part => {
        const element = option.querySelector(part);
        const {height} = element.getBoundingClientRect();
        return element.checkVisibility({contentVisibilityAuto: true}) && height ?
            element.textContent.replace(/\\s+/g, " ").trim() : "not visible";
    }))"""
