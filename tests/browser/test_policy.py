"""Under the content security policy everything works, and what is injected does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from exam_notes.publishing.offline_zip import READ_ME
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.support.keeping import BAR, KEPT
from tests.support.patience import patient, until
from tests.support.screen import OPTIONS, PAGES, S3, SAMPLE_PAGES, expect_all_opened
from tests.support.search import search_for

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
    violations.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""


@pytest.fixture
def watched(context: BrowserContext) -> Page:
    """A page that notes what violates its policy."""
    page = context.new_page()
    page.add_init_script(WATCH)
    return page


def violations(page: Page) -> list[str]:
    found: list[str] = page.evaluate("violations")
    return found


def policies(folder: Path) -> dict[str, list[str]]:
    """Return the policies of every page in a folder."""
    pages = sorted(folder.rglob("*.html"))
    return {str(page): META.findall(page.read_text("utf-8")) for page in pages}


def test_every_page_has_one_policy(site: Path, offline_copy: Path) -> None:
    """And on the web those of one depth have the same."""
    web, disk = policies(site), policies(offline_copy.parent)
    assert (len(web), len(disk)) == (len(PAGES), len(PAGES))  # from disk READ-ME-FIRST, no 404
    assert {len(found) for found in (*web.values(), *disk.values())} == {1}
    assert len({found[0] for found in web.values()}) == 4  # of three depths, and of 404.html


def test_every_page_sends_no_referrer(site: Path, offline_copy: Path) -> None:
    for page in (*site.rglob("*.html"), *offline_copy.parent.rglob("*.html")):
        html = page.read_text("utf-8")
        assert html.count('<meta name="referrer" content="no-referrer">') == 1


def test_it_allows_three_inline_scripts_and_no_other_host(site: Path) -> None:
    for [content] in policies(site).values():
        directives = {name: sources for name, *sources in map(str.split, content.split("; "))}
        assert "'unsafe-inline'" not in content
        assert "'unsafe-eval'" not in content
        hosts = {source for sources in directives.values() for source in sources}
        quoted = {one for one in hosts if re.fullmatch(r"'[\w-]+(=|==)?'|'sha256-[^']+'", one)}
        assert hosts - quoted == {"data:"}
        assert len(directives["script-src"]) == 1 + 3
        assert len(directives["style-src"]) == 2 + 3


def test_read_me_first_has_no_script_and_keeps_its_look(
    browser: Browser, offline_copy: Path
) -> None:
    page = browser.new_page()
    page.add_init_script(WATCH)
    page.goto((offline_copy.parent / READ_ME).as_uri())
    assert page.locator("body").evaluate("body => getComputedStyle(body).marginTop") != "8px"
    assert violations(page) == []
    page.evaluate("document.body.append(document.createElement('script'))")
    page.locator("body").evaluate("body => body.lastChild.textContent = 'window.harmed = true'")
    assert page.evaluate("window.harmed") is None
    assert violations(page) != []
    page.close()


def test_no_page_violates_it(watched: Page, address: str) -> None:
    for path in SAMPLE_PAGES:
        watched.goto(address + path)
        assert violations(watched) == []


def test_search_and_enter(watched: Page, address: str) -> None:
    watched.goto(address)
    search_for(watched, "custom authorizer")
    assert violations(watched) == []
    watched.keyboard.press("Enter")
    expect(watched.locator("#lambda-authorizer")).to_be_in_viewport()
    expect(watched.locator("article mark").first).to_be_visible()
    assert violations(watched) == []


def test_the_palette_and_the_drawer(watched: Page, address: str) -> None:
    watched.set_viewport_size({"width": 390, "height": 800})
    watched.goto(address)
    for scheme in ("default", "slate", "default"):
        watched.locator("form[data-md-component=palette] label:not([hidden])").click()
        expect(watched.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
    watched.locator(".md-header__button[for=__drawer]").click()
    expect(watched.locator(".md-sidebar--primary")).to_be_in_viewport()
    assert violations(watched) == []


def test_copying_code_opening_answers_and_filtering(watched: Page, address: str) -> None:
    watched.goto(address + S3.url)
    watched.get_by_role("button", name="Open all answers").click()
    expect_all_opened(watched)
    watched.locator("article button[data-md-type=copy]").first.click()
    expect(watched.locator(".md-dialog")).to_have_text("Copied to clipboard")
    assert violations(watched) == []
    watched.goto(f"{address}terms/")
    watched.get_by_label("Show terms with").fill("cmk")
    expect(watched.locator("article output")).to_have_text("1 term")
    assert violations(watched) == []


def test_the_cache_for_reading_offline(watched: Page, address: str) -> None:
    watched.goto(address)
    expect(watched.locator(BAR)).to_have_text(KEPT)
    watched.reload()
    expect(watched.locator(BAR)).to_have_text(KEPT)
    assert violations(watched) == []


def test_printing(watched: Page, address: str) -> None:
    watched.goto(address + S3.url)
    watched.emulate_media(media="print")
    expect(watched.locator(OPTIONS).first).to_be_visible()
    assert violations(watched) == []


@pytest.fixture
def attacked(browser: Browser) -> Iterator[Page]:
    """A page that may complain on its console."""
    context = patient(browser.new_context(service_workers="block"))
    page = context.new_page()
    page.add_init_script(WATCH)
    yield page
    context.close()


@pytest.mark.parametrize(
    ("html", "violation"),
    [
        ("<script>window.harmed = true</script>", "script-src-elem inline"),
        ("<img src='data:,' onerror='window.harmed = true'>", "script-src-attr inline"),
        ("<script src='http://b.invalid/'></script>", "script-src-elem http://b.invalid/"),
        ("<img src='http://b.invalid/'>", "img-src http://b.invalid/"),
        ("<base href='http://b.invalid/'>", "base-uri http://b.invalid/"),
        ("<object data='http://b.invalid/'></object>", "object-src http://b.invalid"),
        ("<iframe src='http://b.invalid/'></iframe>", "frame-src http://b.invalid"),
        ("<style>body { display: none }</style>", "style-src-elem inline"),
    ],
)
def test_what_is_injected_is_blocked(
    attacked: Page, address: str, html: str, violation: str
) -> None:
    def inject(route: Route) -> None:
        body = route.fetch().text().replace("</h1>", f"</h1>{html}")
        route.fulfill(body=body, content_type="text/html")

    attacked.route(address, inject)
    attacked.goto(address)
    until(lambda: violations(attacked) == [violation], violation)
    assert attacked.evaluate("window.harmed") is None
    assert attacked.locator("body").is_visible()


def test_a_script_that_is_put_in_later_is_blocked(attacked: Page, address: str) -> None:
    attacked.goto(address)
    attacked.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.harmed = true";
            document.body.append(script);
            document.body.insertAdjacentHTML("beforeend", "<img src=x: onerror='harmed = true'>");
        }"""
    )
    blocked = {"script-src-elem inline", "script-src-attr inline"}
    until(lambda: blocked <= set(violations(attacked)), "violations of both kinds")
    assert attacked.evaluate("window.harmed") is None
