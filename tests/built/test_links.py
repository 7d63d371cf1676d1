"""Every address on every page leads somewhere. MkDocs checks authors' links; this checks all."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.support.builds import SITE_URL

HOME = SITE_URL


class _Addresses(HTMLParser):
    """Collects ids, and the addresses that a page refers to."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value is not None:
                self.ids.append(value)
            elif name in ("href", "src") and value is not None:
                self.addresses.append(value)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, _Addresses]:
    """Every page by its address."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        url = urljoin(HOME, file.relative_to(site).as_posix().removesuffix("index.html"))
        found[url] = _Addresses()
        found[url].feed(file.read_text("utf-8"))
    return found


def test_every_address_and_anchor_exists(site: Path, pages: dict[str, _Addresses]) -> None:
    broken = [
        f"{url} -> {address}"
        for url, page in pages.items()
        for address in page.addresses
        if not _exists(urljoin(url, address), site, pages)
    ]
    assert broken == []


def test_no_id_stands_twice_on_a_page(pages: dict[str, _Addresses]) -> None:
    twice = {url: [id for id in page.ids if page.ids.count(id) > 1] for url, page in pages.items()}
    assert {url: ids for url, ids in twice.items() if ids} == {}


def test_a_broken_address_would_be_seen(site: Path, pages: dict[str, _Addresses]) -> None:
    assert not _exists(urljoin(HOME, "services/s3/#nowhere"), site, pages)
    assert not _exists(urljoin(HOME, "services/none/"), site, pages)


def _exists(url: str, site: Path, pages: dict[str, _Addresses]) -> bool:
    """Tell whether an address of this site has a file and an anchor; others are not asked."""
    if not url.startswith(HOME):
        return urlsplit(url).scheme in ("https", "data")
    address, _, anchor = url.partition("#")
    if address in pages:
        return not anchor or anchor.startswith("__") or unquote(anchor) in pages[address].ids
    return (site / unquote(address.removeprefix(HOME).partition("?")[0])).is_file()
