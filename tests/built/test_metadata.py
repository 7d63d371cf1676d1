"""What search engines, link previews and feeds of links read: the heads of the pages."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from tests.support.builds import ENVIRONMENT, SITE_PATH, build
from tests.support.screen import PAGES

HOME = ENVIRONMENT["SITE_URL"]
LISTED = tuple(path for path in PAGES if path != "404.html")
PREVIEW = {
    "og:image:width": "1200",
    "og:image:height": "630",
    "twitter:card": "summary_large_image",
}


class Head(HTMLParser):
    """The head of a page: language, title, `meta` by name or property, `link` by relation."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.language = self.title = self._inside = ""
        self.meta: dict[str, str] = {}
        self.links: dict[str, str] = {}
        self.feed(html.partition("</head>")[0])

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        self._inside = tag
        if tag == "html":
            self.language = values.get("lang", "")
        elif tag == "meta":
            name = values.get("name") or values.get("property") or ""
            self.meta[name] = values.get("content", "")
        elif tag == "link":
            self.links[values.get("rel", "")] = values.get("href", "")

    def handle_data(self, data: str) -> None:
        if self._inside == "title":
            self.title += data.strip()


def head_of(site: Path, path: str) -> Head:
    return Head((site / path / "index.html" if path != "404.html" else site / path).read_text())


@pytest.fixture(scope="module")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build that does not know its address."""
    return build(tmp_path_factory.mktemp("nowhere") / "site", SITE_URL="")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_language_title_and_description(site: Path, path: str) -> None:
    head = head_of(site, path)
    assert head.language == "en"
    assert head.title.endswith("AWS Developer exam notes")
    assert 40 < len(head.meta["description"]) < 300
    assert head.meta["og:description"] == head.meta["description"]


@pytest.mark.parametrize("what", ["title", "description", "og:title"])
def test_no_two_pages_have_the_same(site: Path, what: str) -> None:
    heads = [head_of(site, path) for path in LISTED]
    texts = [head.title if what == "title" else head.meta[what] for head in heads]
    assert sorted(set(texts)) == sorted(texts)


@pytest.mark.parametrize("path", LISTED)
def test_a_page_names_its_own_address(site: Path, path: str) -> None:
    head = head_of(site, path)
    assert head.links["canonical"] == HOME + path
    assert head.meta["og:url"] == HOME + path
    assert head.meta["og:type"] == "website"
    assert head.meta["og:site_name"] == "AWS Developer exam notes"
    assert head.meta["og:image"] == f"{HOME}assets/images/preview.png"
    assert {name: head.meta[name] for name in PREVIEW} == PREVIEW


@pytest.mark.parametrize("path", PAGES)
def test_without_an_address_of_the_site_no_address_is_given(nowhere: Path, path: str) -> None:
    head = head_of(nowhere, path)
    assert {"canonical"} & set(head.links) == set()
    assert {"og:url", "og:image"} & set(head.meta) == set()


def test_the_preview_is_a_picture_of_the_size_it_says(site: Path) -> None:
    file = site / "assets/images/preview.png"
    with Image.open(file) as picture:
        assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert file.stat().st_size < 300_000


def test_the_sitemap_lists_every_page(site: Path) -> None:
    tree = ET.parse(site / "sitemap.xml")
    locations = [location.text for location in tree.iterfind("{*}url/{*}loc")]
    assert sorted(filter(None, locations)) == sorted(HOME + path for path in LISTED)


@pytest.mark.parametrize("path", PAGES)
def test_the_icon_is_the_logo(site: Path, path: str) -> None:
    icon = head_of(site, path).links["icon"]
    assert urljoin(HOME + path, icon) == f"{HOME}assets/images/logo.svg"
    ET.parse(site / "assets/images/logo.svg")


def test_the_page_for_lost_readers_leads_on_below_the_project_path(site: Path) -> None:
    """It is shown at any address, so that nothing on it may be relative."""
    addresses: list[str] = []

    class Addresses(HTMLParser):
        def handle_starttag(self, _tag: str, attributes: list[tuple[str, str | None]]) -> None:
            addresses.extend(value or "" for name, value in attributes if name in ("href", "src"))

    Addresses().feed((site / "404.html").read_text("utf-8"))
    lost = [address for address in addresses if not address.startswith((SITE_PATH, "#"))]
    assert lost == []
    links = {address.removeprefix(SITE_PATH).removeprefix(".") for address in addresses}
    assert set(LISTED) <= links


def test_the_page_for_lost_readers_has_the_search(site: Path) -> None:
    html = (site / "404.html").read_text("utf-8")
    assert html.count('data-md-component="search-query"') == 1
    assert html.count('for="__search">Search the notes</label>') == 1


def test_neither_source_maps_nor_languages_of_others_are_published(site: Path) -> None:
    published = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    assert [path for path in published if path.endswith(".map") or "lunr" in path] == []
