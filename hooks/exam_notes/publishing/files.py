"""The last steps of a build, on the finished files: exports, search, policy and worker."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from shutil import copyfile
from typing import Any

from exam_notes.exports.made import Made
from exam_notes.index.notes import Notes
from exam_notes.publishing.policy import policy, with_policy
from exam_notes.publishing.search import INDEX, completed
from exam_notes.publishing.worker import FILE, service_worker, service_worker_off
from exam_notes.surroundings import Surroundings
from exam_notes.views.publication import publication_of


def finish(
    site: Path, notes: Notes, surroundings: Surroundings, extra: Mapping[str, Any], made: Made
) -> None:
    """Complete the files in `site`. `extra` has the switches of mkdocs.yml.

    `web` stands for a site that is served, as opposed to the copy that is opened from disk.
    While `mkdocs serve` runs there is neither policy nor worker: live reload needs an inline
    script and new pages at once.
    """
    write_exports(site, made)
    remove_unread(site)
    complete_search(site, notes)
    add_download(site, surroundings)
    if extra.get("web") and not surroundings.serving:
        add_policy(site)
        add_service_worker(site, made.unkept, keeps=bool(extra.get("offline_cache", True)))


def write_exports(site: Path, made: Made) -> None:
    """Write every file of the exports."""
    for path, content in made.files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)


def remove_unread(site: Path) -> None:
    """Remove what no reader needs: source maps, and the search in other languages."""
    unread = [*site.rglob("*.map"), *site.glob("assets/javascripts/lunr/**/*")]
    for file in unread:
        if file.is_file():
            file.unlink()


def complete_search(site: Path, notes: Notes) -> None:
    """Write the index of the search with all it should know; none where there is no search."""
    if (index := site / INDEX).exists():
        index.write_text(completed(index.read_text("utf-8"), notes), "utf-8")


def add_download(site: Path, surroundings: Surroundings) -> None:
    """Put the offline copy where its link leads, where there is one."""
    download = publication_of(surroundings).download
    if download and surroundings.offline_copy:
        (site / download.url).parent.mkdir(exist_ok=True)
        copyfile(surroundings.offline_copy, site / download.url)


def add_policy(site: Path) -> None:
    """Write the content security policy into every page."""
    pages = {file: file.read_text("utf-8") for file in sorted(site.rglob("*.html"))}
    content = policy(pages.values())
    for file, html in pages.items():
        file.write_text(with_policy(html, content), "utf-8")


def add_service_worker(site: Path, unkept: Iterable[str] = (), *, keeps: bool) -> None:
    """Write the service worker: one that keeps the site, or one that removes what was kept."""
    files = {file.relative_to(site).as_posix(): file for file in site.rglob("*") if file.is_file()}
    contents = {path: files[path].read_bytes() for path in files.keys() - set(unkept)}
    code = service_worker(contents) if keeps else service_worker_off()
    (site / FILE).write_text(code, "utf-8")
