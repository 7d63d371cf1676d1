"""The service worker lists what is published, each file with the hash of its content."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from exam_notes.publishing.worker import is_kept, service_worker, service_worker_off

from tests.support.keeping import listed_files

# Nobody reads these without a network: programs do, search engines, and pages of other sites.
NOT_KEPT = {
    "sw.js",
    "SHA256SUMS",
    "sitemap.xml",
    "sitemap.xml.gz",
    "assets/images/preview.png",
    "downloads/aws-exam-notes-anki-update.txt",
    "downloads/aws-exam-notes-offline.zip",
    "downloads/aws-exam-notes.apkg",
    "downloads/aws-exam-notes.csv",
    "downloads/aws-exam-notes.epub",
    "print/answers-below/index.html",
    "print/index.html",
}


def test_it_lists_every_published_file_but_a_few(site: Path) -> None:
    published = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    exports = {"notes.json"}
    taken_along = {name for name in published if name.startswith(("downloads/", "print/"))}
    assert set(listed_files(site)) == published - NOT_KEPT - exports - taken_along
    assert {"index.html", "404.html", "services/s3/index.html", "search/search_index.json"} < set(
        listed_files(site)
    )


def test_every_hash_is_right(site: Path) -> None:
    hashes = {name: sha256((site / name).read_bytes()).hexdigest() for name in listed_files(site)}
    assert listed_files(site) == hashes


def test_nothing_that_only_developers_need_is_published(site: Path) -> None:
    """Source maps, and the search in languages that the notes are not in."""
    unread = [*site.rglob("*.map"), *site.rglob("lunr*"), *site.rglob("tinyseg*")]
    assert [file for file in unread if file.is_file()] == []


@pytest.mark.parametrize("path", sorted(NOT_KEPT))
def test_what_is_not_kept(path: str) -> None:
    assert not is_kept(path)


@pytest.mark.parametrize(
    "path", ["index.html", "services/sw.js", "assets/downloads/a.png", "manifest.webmanifest"]
)
def test_what_is_kept(path: str) -> None:
    assert is_kept(path)


def version(files: dict[str, bytes]) -> str:
    return service_worker(files).partition('const VERSION = "')[2].partition('"')[0]


def test_equal_sites_have_an_equal_worker() -> None:
    files = {"b.html": b"B", "a.html": b"A"}
    assert service_worker(files) == service_worker(dict(reversed(files.items())))
    assert len(version(files)) == 12


@pytest.mark.parametrize(
    "other",
    [{"a.html": b"B"}, {"b.html": b"A"}, {"a.html": b"A", "b.html": b""}, {}],
    ids=["content", "name", "a file more", "a file less"],
)
def test_another_site_is_another_version(other: dict[str, bytes]) -> None:
    assert version(other) != version({"a.html": b"A"})


def test_what_is_not_kept_makes_no_new_version() -> None:
    """Readers are not asked to reload for a file they do not have."""
    files = {"a.html": b"A"}
    assert version(files | {"sitemap.xml": b"1", "downloads/a.zip": b"2"}) == version(files)


def test_a_worker_that_is_switched_off_answers_nothing() -> None:
    assert "fetch" not in service_worker_off()


def test_the_offline_copy_has_no_worker(offline_copy: Path) -> None:
    assert list(offline_copy.rglob("sw.js")) == []
    assert "serviceWorker" not in (offline_copy / "index.html").read_text("utf-8")
    assert "offline.js" not in (offline_copy / "index.html").read_text("utf-8")
