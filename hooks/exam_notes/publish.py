"""The last steps of a build, on the finished files: what is published, under which policy."""

from __future__ import annotations

from pathlib import Path

from exam_notes.search import INDEX, completed
from exam_notes.security_policy import policy, with_policy
from exam_notes.service_worker import FILE, service_worker, service_worker_off
from exam_notes.site import Site


def remove_unread(site: Path) -> None:
    """Remove what no reader needs: source maps, and the search in other languages."""
    unread = [*site.rglob("*.map"), *site.glob("assets/javascripts/lunr/**/*")]
    for file in unread:
        if file.is_file():
            file.unlink()


def complete_search(site: Path, notes: Site) -> None:
    """Write the index of the search with all it should know; none where there is no search."""
    if (index := site / INDEX).exists():
        index.write_text(completed(index.read_text("utf-8"), notes), "utf-8")


def add_policy(site: Path) -> None:
    """Write the content security policy into every page."""
    pages = {file: file.read_text("utf-8") for file in sorted(site.rglob("*.html"))}
    content = policy(pages.values())
    for file, html in pages.items():
        file.write_text(with_policy(html, content), "utf-8")


def add_service_worker(site: Path, *, keeps: bool) -> None:
    """Write the service worker: one that keeps the site, or one that removes what was kept."""
    files = {file.relative_to(site).as_posix(): file for file in site.rglob("*") if file.is_file()}
    contents = {path: file.read_bytes() for path, file in files.items()}
    code = service_worker(contents) if keeps else service_worker_off()
    (site / FILE).write_text(code, "utf-8")
