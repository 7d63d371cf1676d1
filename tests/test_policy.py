"""Under the content security policy everything works, and what is injected does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.keeping import BAR, KEPT, PATIENCE
from tests.screen import OPTIONS, PAGES, S3, opened

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
    violations.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""


@pytest.fixture
def watched(page: Page) -> Page:
    """A page that notes what violates its policy."""
    page.add_init_script(WATCH)
    return page


def violations(page: Page) -> list[str]:
    found: list[str] = page.evaluate("violations")
    return found


def test_every_page_has_the_same_policy(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    policies = [META.findall(page.read_text("utf-8")) for page in pages]
    assert len(pages) == len(PAGES)
    assert [len(found) for found in policies] == [1] * len(pages)
    assert len({found[0] for found in policies}) == 1


def test_it_allows_no_inline_script_and_no_other_host(site: Path) -> None:
    content = META.findall((site / "index.html").read_text("utf-8"))[0]
    directives = {name: sources for name, *sources in map(str.split, content.split("; "))}
    assert "'unsafe-inline'" not in content
    assert "'unsafe-eval'" not in content
    assert directives["object-src"] == ["'none'"]
    assert directives["base-uri"] == directives["form-action"] == ["'self'"]
    hosts = {source for sources in directives.values() for source in sources}
    quoted = {source for source in hosts if re.fullmatch(r"'[\w-]+(=|==)?'|'sha256-[^']+'", source)}
    assert hosts - quoted == {"data:"}
    assert len(directives["script-src"]) < 12


def test_the_offline_copy_has_none(offline_copy: Path) -> None:
    """From disk there is no `'self'`, and the search needs an inline script."""
    assert META.search((offline_copy / "index.html").read_text("utf-8")) is None


def test_no_page_violates_it(watched: Page, address: str) -> None:
    for path in PAGES:
        watched.goto(address + path)
        watched.wait_for_load_state("load")
        assert violations(watched) == []


def test_search_and_enter(watched: Page, address: str) -> None:
    watched.goto(address)
    watched.keyboard.press("/")
    watched.keyboard.type("custom authorizer")
    expect(watched.locator(".md-search-result__item").first).to_be_visible()
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
    assert len(opened(watched)) == watched.locator(OPTIONS).count()
    watched.locator("article button[data-md-type=copy]").first.click()
    expect(watched.locator(".md-dialog")).to_have_text("Copied to clipboard")
    assert violations(watched) == []
    watched.goto(f"{address}terms/")
    watched.get_by_label("Show terms with").fill("cmk")
    expect(watched.locator("article output")).to_have_text("1 term")
    assert violations(watched) == []


def test_the_cache_for_reading_offline(watched: Page, address: str) -> None:
    watched.goto(address)
    expect(watched.locator(BAR)).to_have_text(KEPT, timeout=PATIENCE)
    watched.reload()
    expect(watched.locator(BAR)).to_have_text(KEPT, timeout=PATIENCE)
    assert violations(watched) == []


def test_printing(watched: Page, address: str) -> None:
    watched.goto(address + S3.url)
    watched.emulate_media(media="print")
    assert watched.locator(OPTIONS).first.is_visible()
    assert violations(watched) == []


@pytest.fixture
def open_context(page: Page) -> Iterator[BrowserContext]:
    """A context whose pages may complain on the console."""
    assert page.context.browser
    context = page.context.browser.new_context(service_workers="block")
    yield context
    context.close()


INJECTED = {
    "script-src-elem inline": "<script>window.harmed = true</script>",
    "script-src-attr inline": "<img src='data:,' onerror='window.harmed = true'>",
    "script-src-elem http://other.invalid/a.js": "<script src='http://other.invalid/a.js'></script>",
    "img-src http://other.invalid/a.png": "<img src='http://other.invalid/a.png'>",
    "base-uri http://other.invalid": "<base href='http://other.invalid/'>",
    "object-src data": "<object data='data:text/html,<p>'></object>",
    "frame-src data": "<iframe src='data:text/html,<p>'></iframe>",
    "style-src-elem inline": "<style>body { display: none }</style>",
}


@pytest.mark.parametrize(("violation", "html"), INJECTED.items(), ids=INJECTED)
def test_what_is_injected_is_blocked(
    open_context: BrowserContext, address: str, violation: str, html: str
) -> None:
    """Written into the page as an attacker would, while it loads, and later."""
    page = open_context.new_page()
    page.add_init_script(WATCH)

    def inject(route: Route) -> None:
        body = route.fetch().text()
        route.fulfill(body=body.replace("</h1>", f"</h1>{html}"), content_type="text/html")

    page.route(address, inject)
    page.goto(address)
    found = violations(page)
    assert {one.replace(",", "") for one in found} == {violation}
    assert page.evaluate("window.harmed") is None
