"""The offline copy: from the zip to a search hit, with the network off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

import pytest
from exam_notes.pack import FOLDER, READ_ME, pack
from playwright.sync_api import Browser, Page, expect

from tests.support.builds import ENVIRONMENT, run_build
from tests.support.notes import ROOT
from tests.support.screen import OPTIONS, S3, SERVICES, in_sight, opened
from tests.support.search import ask, open_search

QUESTION = S3.questions[0]
OPTION = QUESTION.options[2]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page without a network, in which nothing may fail."""
    context = browser.new_context(offline=True, permissions=["clipboard-write"])
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("requestfailed", lambda request: errors.append(f"{request.url} {request.failure}"))
    yield page
    context.close()
    assert errors == []


def go(page: Page, offline_copy: Path, name: str, rest: str = "") -> None:
    page.goto((offline_copy / name).as_uri() + rest)


def test_read_me_first_leads_to_the_home_page(page: Page, offline_copy: Path) -> None:
    page.goto((offline_copy.parent / READ_ME).as_uri())
    page.get_by_role("link").click()
    expect(page.locator("h1")).to_contain_text("AWS Developer exam notes")
    assert page.url == (offline_copy / "index.html").as_uri()


def test_every_link_of_every_page_leads_to_a_file_and_a_place_in_it(
    page: Page, offline_copy: Path
) -> None:
    """Links, scripts, styles and pictures, as the browser resolves them."""
    files = {file.as_uri(): file for file in offline_copy.rglob("*") if file.is_file()}
    pages = [address for address in files if address.endswith(".html")]
    ids: dict[str, set[str]] = {}
    linked: dict[str, list[str]] = {}
    for address in pages:
        page.goto(address)
        ids[address] = set(page.evaluate(IDS)) | {""}
        linked[address] = page.evaluate(ADDRESSES)
    dead = [
        (source, address)
        for source, addresses in linked.items()
        for address, _, anchor in (link.partition("#") for link in addresses)
        if address not in files or anchor not in ids.get(address, {""})
    ]
    assert len(pages) >= len(SERVICES) + 5
    assert dead == []


IDS = "[...document.querySelectorAll('[id]')].map(({ id }) => id)"
ADDRESSES = """[...document.querySelectorAll("a, link, script[src], img")]
    .map((one) => one.href || one.src).filter((address) => address.startsWith("file:"))"""


def test_a_link_to_another_page_works(page: Page, offline_copy: Path) -> None:
    go(page, offline_copy, "terms.html")
    page.locator("#kms-key ~ .places a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert "/services/" in page.url


@pytest.mark.parametrize("anchor", [OPTION.anchor, OPTION.changes[0].anchor])
def test_an_anchor_in_a_closed_answer_opens_it(page: Page, offline_copy: Path, anchor: str) -> None:
    go(page, offline_copy, "services/s3.html", f"#{anchor}")
    assert opened(page) == [2]
    assert in_sight(page.locator(f"[id='{anchor}']"))


def test_a_search_hit_opens_its_answer(page: Page, offline_copy: Path) -> None:
    """Typed on one page, found on another."""
    go(page, offline_copy, "about.html")
    page.keyboard.press("/")
    page.keyboard.type("timestamp")
    page.locator(f".md-search-result__link[href$='#{QUESTION.id}']").click()
    expect(page.locator("article mark").first).to_be_visible()
    assert opened(page) == [2]


def test_a_query_in_the_address_is_answered(page: Page, offline_copy: Path) -> None:
    go(page, offline_copy, "index.html", "?q=cmk")
    expect(page.locator(".md-search-result__item").first).to_contain_text("KMS key")


def test_a_wrong_letter_is_forgiven(page: Page, offline_copy: Path) -> None:
    go(page, offline_copy, "index.html")
    open_search(page)
    assert ask(page, "cogntio")[0] == "cognito"


def test_the_controls_work(page: Page, offline_copy: Path) -> None:
    """All answers, copying, the filter of terms."""
    go(page, offline_copy, "services/s3.html")
    page.get_by_role("button", name="Open all answers").click()
    assert len(opened(page)) == page.locator(OPTIONS).count()
    page.locator("article button[data-md-type=copy]").first.click()
    expect(page.locator(".md-dialog")).to_have_text("Copied to clipboard")
    go(page, offline_copy, "terms.html")
    page.get_by_label("Show terms with").fill("cmk")
    expect(page.locator("article output")).to_have_text("1 term")


def test_the_scheme_is_switched_and_stays(page: Page, offline_copy: Path) -> None:
    go(page, offline_copy, "index.html")
    toggle = page.locator("form[data-md-component=palette] label:not([hidden])")
    while page.locator("body").get_attribute("data-md-color-scheme") != "slate":
        toggle.click()
    dark = page.evaluate(PAPER)
    go(page, offline_copy, "services/s3.html")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert page.evaluate(PAPER) == dark
    page.locator("body").evaluate("body => body.dataset.mdColorScheme = 'default'")
    assert page.evaluate(PAPER) != dark


PAPER = "getComputedStyle(document.body).backgroundColor"


def test_on_paper_every_answer_is_open(page: Page, offline_copy: Path) -> None:
    go(page, offline_copy, "services/s3.html")
    verdicts = page.locator(".verdict")
    assert not verdicts.first.is_visible()
    page.emulate_media(media="print")
    assert verdicts.count() == page.locator(OPTIONS).count()
    assert all(verdict.is_visible() for verdict in verdicts.all())


def test_pictures_are_shown(page: Page, offline_copy: Path) -> None:
    go(page, offline_copy, "services/ebs.html")
    assert page.locator("article img").evaluate("image => image.naturalWidth") > 100


def test_the_zip_stays_in_its_folder(offline_zip: Path) -> None:
    """It holds one folder and the page that leads into it; no path leads out."""
    with ZipFile(offline_zip) as archive:
        names = archive.namelist()
    paths = [PurePosixPath(name) for name in names]
    assert {path.parts[0] for path in paths} == {FOLDER, READ_ME}
    assert [path for path in paths if ".." in path.parts or path.is_absolute()] == []
    assert [name for name in names if not name.isascii() or "\\" in name] == []
    assert len(names) == len(set(names))


def test_it_holds_what_readers_open_and_no_more(offline_copy: Path) -> None:
    """Nothing for servers and search engines, whose addresses are not those of a disk."""
    names = {file.relative_to(offline_copy).as_posix() for file in offline_copy.rglob("*")}
    assert {"index.html", "services/s3.html", "search/search_index.js"} <= names
    assert {"assets/vendor/iframe-worker.LICENSE.txt", "assets/notes.css"} <= names
    assert not {"404.html", "sw.js", "sitemap.xml", "sitemap.xml.gz"} & names


def test_equal_builds_make_an_equal_zip(offline_zip: Path, tmp_path: Path) -> None:
    config = ROOT / "mkdocs.offline.yml"
    assert run_build(tmp_path / "site", "--strict", config=config).returncode == 0
    pack(tmp_path / "site", tmp_path / "again.zip", ENVIRONMENT)
    assert (tmp_path / "again.zip").read_bytes() == offline_zip.read_bytes()


@pytest.mark.parametrize(
    ("environment", "time"),
    [
        ({"SOURCE_DATE_EPOCH": "1795392000"}, (2026, 11, 23, 0, 0, 0)),
        ({"SOURCE_DATE_EPOCH": "1"}, (1980, 1, 1, 0, 0, 0)),
    ],
)
def test_every_file_has_the_time_of_the_build(
    tmp_path: Path, environment: dict[str, str], time: tuple[int, ...]
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("<h1>Notes</h1>", "utf-8")
    pack(tmp_path / "site", tmp_path / "new/copy.zip", environment)
    with ZipFile(tmp_path / "new/copy.zip") as archive:
        entries = archive.infolist()
    assert [(entry.filename, entry.date_time) for entry in entries] == [
        (READ_ME, time),
        (f"{FOLDER}/index.html", time),
    ]
