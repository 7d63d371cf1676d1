"""No page of either build asks another host for anything, whatever a reader does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.support.builds import SITE_URL
from tests.support.keeping import BAR, KEPT
from tests.support.patience import heard, patient, until
from tests.support.screen import S3, SAMPLE_PAGES
from tests.support.search import ask, open_search


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = patient(browser.new_context(permissions=["clipboard-read", "clipboard-write"]))
    yield context
    context.close()


@pytest.fixture
def requests(context: BrowserContext) -> list[str]:
    """The addresses of all requests of pages and workers, and of all sockets."""
    addresses: list[str] = []
    context.on("request", lambda request: addresses.append(request.url))
    context.on("page", lambda page: page.on("websocket", lambda it: addresses.append(it.url)))
    return addresses


# What the pages load is the same on disk: one of each kind.
ON_DISK = ("", "terms/", "exam/", "practice/", S3.url)
SAMPLES_ON_DISK = {f"{path[:-1] or 'index'}.html" for path in ON_DISK}


def use_everything(page: Page) -> None:
    """Open, press, type into and scroll to whatever there is for it on a page."""
    page.evaluate(PRESS_EVERYTHING)
    page.mouse.wheel(0, 10_000)
    open_search(page)
    assert ask(page, "kms key")[0] == "kms-key"
    page.evaluate("document.querySelector('.md-search-result__more summary').click()")


PRESS_EVERYTHING = """() => {
    const all = (selector) => [...document.querySelectorAll(selector)];
    for (const box of all("details")) box.open = true;
    const loadsAnew = (one) => one.textContent === "Read"; // the page, in the middle of all this
    for (const one of all("button, .md-header label, form label")) if (!loadsAnew(one)) one.click();
    for (const input of all(".terms-filter input")) {
        input.value = "kms";
        input.dispatchEvent(new Event("input"));
    }
    for (const dialog of all("dialog[open]")) dialog.close(); // it would keep the search from all
}"""


def test_the_site_asks_its_own_host_alone(
    context: BrowserContext, requests: list[str], address: str
) -> None:
    page = context.new_page()
    for path in SAMPLE_PAGES:
        page.goto(address + path)
        use_everything(page)
    expect(page.locator(BAR)).to_have_text(KEPT)
    assert len(requests) > 50
    assert [url for url in requests if not url.startswith(address)] == []


def test_the_offline_copy_asks_the_disk_alone(
    context: BrowserContext, requests: list[str], offline_copy: Path
) -> None:
    page = context.new_page()
    files = [*offline_copy.rglob("*.html")]
    samples = [f for f in files if str(f.relative_to(offline_copy)) in SAMPLES_ON_DISK]
    assert len(samples) == len(SAMPLES_ON_DISK)
    for file in samples:
        page.goto(file.as_uri())
        use_everything(page)
    assert len(requests) > 50
    assert [url for url in requests if not url.startswith(f"{offline_copy.as_uri()}/")] == []


@pytest.mark.parametrize(
    "html",
    [
        "<img src='http://b.invalid/'>",
        "<link rel=stylesheet href='http://b.invalid/'>",
        "<script>fetch('http://b.invalid/')</script>",
        "<script>navigator.sendBeacon('http://b.invalid/')</script>",
        "<script>new WebSocket('ws://b.invalid/')</script>",
        "<script>new Worker(URL.createObjectURL(new Blob([`fetch('http://b.invalid/')`])))</script>",
        "<p style='background: url(http://b.invalid/)'>Text",
    ],
)
def test_a_request_to_another_host_is_seen(
    context: BrowserContext, requests: list[str], tmp_path: Path, html: str
) -> None:
    (tmp_path / "page.html").write_text(html, "utf-8")
    page = context.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    foreign = {"http://b.invalid/", "ws://b.invalid/"}
    until(lambda: heard(page) and not foreign.isdisjoint(requests), "the request")


LOADING = ("src", "srcset", "poster", "data", "action", "background", "xlink:href")
CSS = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
IMPORT = re.compile(r"""\bimport\b[^"'\n]*["']([^"']+)""")
FOREIGN = re.compile(r"\s*(?:[a-z][a-z+.-]*:)?//", re.IGNORECASE)


class Loaded(HTMLParser):
    """Collects every address that a browser loads for HTML or SVG by itself."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.inside = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.inside = tag
        for name, value in attributes:
            if name in LOADING or (name == "href" and tag != "a"):
                self.addresses += re.split(r",\s+", value or "")
            elif name == "style":
                self.addresses += in_css(value or "")

    def handle_data(self, data: str) -> None:
        if self.inside == "style":
            self.addresses += in_css(data)
        elif self.inside == "script":
            self.addresses += IMPORT.findall(data)


def in_css(text: str) -> list[str]:
    return [url or imported for url, imported in CSS.findall(text)]


def foreign(name: str, text: str) -> list[str]:
    """Return the addresses on other hosts that a file makes a browser load."""
    addresses = in_css(text) if name.endswith(".css") else Loaded(text).addresses
    return [a for a in addresses if FOREIGN.match(a) and not a.startswith(SITE_URL)]


def test_no_file_names_another_host(site: Path, offline_copy: Path) -> None:
    files = [
        file
        for build in (site, offline_copy)
        for kind in ("html", "css", "svg")
        for file in sorted(build.rglob(f"*.{kind}"))
    ]
    assert len(files) > 30
    found = {str(file): foreign(file.name, file.read_text("utf-8")) for file in files}
    assert {file: addresses for file, addresses in found.items() if addresses} == {}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", "<img src='https://b.invalid/a.png'>"),
        ("a.html", "<img srcset='a.png 1x, //b.invalid/a.png 2x'>"),
        ("a.html", '<script defer src="//b.invalid/a.js"></script>'),
        ("a.html", "<script type=module>import a from 'https://b.invalid/a.js'</script>"),
        ("a.html", "<script>import('https://b.invalid/a.js')</script>"),
        ("a.html", '<link rel="preconnect" href="https://b.invalid">'),
        ("a.html", '<link rel="stylesheet" href="HTTP://b.invalid/a.css">'),
        ("a.html", "<style>@import 'https://b.invalid/a.css';</style>"),
        ("a.html", "<p style='background: url(https://b.invalid/a.png)'>"),
        ("a.html", "<object data='https://b.invalid/a.svg'></object>"),
        ("a.html", "<form action='https://b.invalid/'>"),
        ("a.svg", "<svg><image href='https://b.invalid/a.png'/></svg>"),
        ("a.svg", "<svg><use xlink:href='https://b.invalid/a.svg#b'/></svg>"),
        ("a.css", "p { background: url( 'https://b.invalid/a.png' ) }"),
        ("a.css", '@import "https://b.invalid/a.css";'),
        ("a.css", "@font-face { src: local(A), url(//b.invalid/a.woff2) }"),
    ],
)
def test_another_host_in_a_file_is_seen(name: str, text: str) -> None:
    (address,) = foreign(name, text)
    assert "//b.invalid" in address


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", "<a href='https://b.invalid/'>A link</a> https://b.invalid/"),
        ("a.html", "<img src='../a.png'><img src='data:image/png;base64,AA//'>"),
        ("a.html", f"<link rel='canonical' href='{SITE_URL}about/'>"),
        ("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("a.css", "p { mask: url('data:image/svg+xml,<svg xmlns=\"http://www.w3.org\"/>') }"),
    ],
)
def test_links_and_own_files_are_allowed(name: str, text: str) -> None:
    assert foreign(name, text) == []
