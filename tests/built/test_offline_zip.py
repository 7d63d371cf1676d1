"""The offline copy as files: one zip, whole, and with nothing that is not opened."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit
from zipfile import ZipFile

import pytest
from exam_notes.publishing.offline_zip import FOLDER, READ_ME, pack

from tests.support.builds import ENVIRONMENT, run_build
from tests.support.html import Html
from tests.support.notes import ROOT
from tests.support.screen import SERVICES


def test_every_link_of_every_page_leads_to_a_file_and_a_place_in_it(offline_copy: Path) -> None:
    """Links, scripts, styles and pictures."""
    files = {file.as_uri(): file for file in offline_copy.rglob("*") if file.is_file()}
    pages = {
        address: Html(file.read_text("utf-8"))
        for address, file in files.items()
        if address.endswith(".html")
    }
    dead = [
        (source, address)
        for source, page in pages.items()
        for address in (urljoin(source, link) for link in page.addresses)
        if address.startswith("file:") and not _is_there(address, files, pages)
    ]
    assert len(pages) >= len(SERVICES) + 5
    assert dead == []


def test_a_dead_link_would_be_seen(offline_copy: Path) -> None:
    page = offline_copy / "services/s3.html"
    files, pages = {page.as_uri(): page}, {page.as_uri(): Html(page.read_text("utf-8"))}
    ends = ("", "#s3-kms-keys", "#nowhere", "x")
    assert [_is_there(page.as_uri() + end, files, pages) for end in ends] == [1, 1, 0, 0]


def _is_there(address: str, files: dict[str, Path], pages: dict[str, Html]) -> bool:
    url = urlsplit(address)
    file = url._replace(query="", fragment="").geturl()
    anchors = pages[file].ids if file in pages else []
    return file in files and (not url.fragment or unquote(url.fragment) in anchors)


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
