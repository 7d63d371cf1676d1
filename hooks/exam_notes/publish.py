"""The last steps of a build, on the finished files: what is published, under which policy."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path
from shutil import copyfile

from exam_notes.page_gate import Gate
from exam_notes.search import INDEX, completed
from exam_notes.security_policy import OFFLINE, has_place, web_policy, with_policy
from exam_notes.service_worker import FILE, service_worker, service_worker_off
from exam_notes.site import Site

SUMS = "SHA256SUMS"
BUILT = "assets/built.js"

_SHOWN = 10  # problems; one cause may be on every page
_PAGES = (".html", ".htm", ".xhtml", ".xht", ".shtml", ".mht", ".mhtml", ".xsl", ".xslt")


class PublishError(Exception):
    """The build made something that must not be published. The message is for its author."""


def remove_unread(site: Path) -> None:
    """Remove what no reader needs: source maps, and the search in other languages."""
    unread = [*site.rglob("*.map"), *site.glob("assets/javascripts/lunr/**/*")]
    for file in unread:
        if file.is_file():
            file.unlink()


def add_day(site: Path, day: date) -> None:
    """Write into the script that every page has when the site was built."""
    if (script := site / BUILT).is_file():
        code = script.read_text("utf-8")
        script.write_text(code.replace('day = ""', f'day = "{day.isoformat()}"'), "utf-8")


def add_licence(site: Path, root: Path) -> None:
    """Put the licence of our code beside what it is for; the theme's lies in assets/vendor."""
    if (licence := root / "LICENSE").is_file():
        copyfile(licence, site / "LICENSE.txt")


def complete_search(site: Path, notes: Site) -> None:
    """Write the index of the search with all it should know; none where there is no search."""
    if (index := site / INDEX).exists():
        index.write_text(completed(index.read_text("utf-8"), notes), "utf-8")


def add_policy(site: Path, *, served: bool) -> None:
    """Write its content security policy into every page; PublishError where one has no place."""
    for file in _pages(site):
        html = file.read_text("utf-8")
        if not has_place(html):
            raise PublishError(f"{_name(file, site)} is no page of the theme: no policy is for it")
        file.write_text(with_policy(html, web_policy(html) if served else OFFLINE), "utf-8")


def refuse_harm(site: Path) -> None:
    """PublishError where a page holds what has no business there, with the page and the text.

    Such a page is removed, so that nobody opens it.
    """
    gate, found = Gate(), list[str]()
    for file in _pages(site):
        if refused := [*gate.refused(file.read_text("utf-8"))]:
            found += [f"{_name(file, site)}: {one}" for one in refused]
            file.unlink()
    if found:
        more = [f"and {len(found) - _SHOWN} more"] if len(found) > _SHOWN else []
        raise PublishError("\n".join(["Not published:", *found[:_SHOWN], *more]))


def add_sums(site: Path) -> None:
    """List every published file with its SHA-256, in the form that `sha256sum --check` reads."""
    files = sorted(
        (_name(file, site), file)
        for file in site.rglob("*")
        if file.is_file() and file != site / SUMS
    )
    lines = (f"{sha256(file.read_bytes()).hexdigest()}  {name}\n" for name, file in files)
    (site / SUMS).write_text("".join(lines), "utf-8")


def _pages(site: Path) -> list[Path]:
    """Return every file that a browser opens as a page; PublishError where one is no .html."""
    files = sorted(file for file in site.rglob("*") if file.suffix.lower() in _PAGES)
    for file in files:
        if file.suffix != ".html":
            raise PublishError(f"{_name(file, site)} would be opened as a page without a policy")
    return files


def _name(file: Path, site: Path) -> str:
    return file.relative_to(site).as_posix()


def add_service_worker(site: Path, *, keeps: bool) -> None:
    """Write the service worker: one that keeps the site, or one that removes what was kept."""
    files = {file.relative_to(site).as_posix(): file for file in site.rglob("*") if file.is_file()}
    contents = {path: file.read_bytes() for path, file in files.items()}
    code = service_worker(contents) if keeps else service_worker_off()
    (site / FILE).write_text(code, "utf-8")
