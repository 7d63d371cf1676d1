"""How many bytes a reader loads, gzipped, beside the same notes in stock Material."""

from __future__ import annotations

import gzip
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.support.builds import SITE_URL
from tests.support.screen import SERVICES
from tests.support.stock import build_stock

TEXTS = (".html", ".css", ".js", ".svg", ".webmanifest")
# A page in the middle by the number of its questions: ours adds something to each.
PAGE = sorted(SERVICES, key=lambda service: len(service.questions))[len(SERVICES) // 2]
NOT_LOADED = ("canonical", "prev", "next", "edit", "sitemap", "alternate")


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_stock(tmp_path_factory.mktemp("stock"))


@pytest.mark.parametrize(("file", "kilobytes"), [("notes.css", 6), ("notes.js", 3)])
def test_our_own_css_and_script_are_small(site: Path, file: str, kilobytes: int) -> None:
    size = weight(site / "assets" / file)
    assert size <= kilobytes * 1024, f"{file}: {size} bytes gzipped"


def test_a_first_visit_is_at_most_8_kb_heavier_than_in_stock_material(
    site: Path, stock: Path
) -> None:
    """The page, and what its HTML names: styles, scripts, pictures, icons, the manifest.

    What scripts load later is not counted: search worker and search index, which stock Material
    loads on every page and we when the search is opened, and the cache for reading offline.
    """
    (ours, parts), (theirs, their_parts) = first_visit(site), first_visit(stock)
    figures = f"ours {ours} bytes: {parts}; stock {theirs} bytes: {their_parts}"
    assert ours - theirs <= 8 * 1024, figures


def test_every_part_of_the_page_is_weighed(site: Path, stock: Path) -> None:
    ours, theirs = (
        {name.partition(".")[0] for name in first_visit(each)[1]} for each in (site, stock)
    )
    assert theirs == {"index", "main", "palette", "bundle", "favicon"}
    assert {"index", "main", "bundle", "notes", "logo"} <= ours


class Parts(HTMLParser):
    """Collects the addresses of what a browser loads for a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.addresses: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        if tag == "link" and values.get("rel") not in NOT_LOADED:
            self.addresses.add(values["href"] or "")
        elif tag in ("script", "img") and values.get("src"):
            self.addresses.add(values["src"] or "")


def first_visit(site: Path) -> tuple[int, dict[str, int]]:
    """Return the bytes of a first visit of a page, in all and by file."""
    page = site / PAGE.url / "index.html"
    here = SITE_URL + PAGE.url
    addresses = {urljoin(here, part) for part in Parts(page.read_text("utf-8")).addresses}
    files = {page, *(site / address.removeprefix(SITE_URL) for address in addresses)}
    sizes = {file.name: weight(file) for file in sorted(files)}
    return sum(sizes.values()), sizes


def weight(file: Path) -> int:
    """Return the bytes that a server sends for a file: texts gzipped, pictures as they are."""
    content = file.read_bytes()
    return len(gzip.compress(content, 9) if file.suffix in TEXTS else content)
