"""The last steps of a build, on the finished files: exports, search, licence, policy and worker."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from shutil import copyfile
from typing import Any

from exam_notes.exports.made import Made
from exam_notes.index.notes import Notes
from exam_notes.publishing.pages import add_policy, refuse_harm
from exam_notes.publishing.scripts import bare, bundle_scripts
from exam_notes.publishing.search import INDEX, completed
from exam_notes.publishing.worker import FILE, service_worker, service_worker_off
from exam_notes.surroundings import Surroundings
from exam_notes.views.publication import publication_of

SUMS = "SHA256SUMS"
BUILT = "assets/built.js"


def finish(
    site: Path, notes: Notes, surroundings: Surroundings, extra: Mapping[str, Any], made: Made
) -> None:
    """Complete the files in `site`. `extra` has the switches of mkdocs.yml.

    `web` stands for a site that is served, as opposed to the copy that is opened from disk.
    While `mkdocs serve` runs there is neither policy nor worker: live reload needs an inline
    script and new pages at once. PublishError where something must not be published.
    """
    write_exports(site, made)
    bundle_scripts(site)
    remove_unread(site)
    complete_search(site, notes)
    add_licence(site, surroundings.root)
    add_day(site, surroundings.day)
    add_download(site, surroundings)
    refuse_harm(site)
    if surroundings.serving:
        return
    add_policy(site, served=bool(extra.get("web")))
    if extra.get("web"):
        add_service_worker(site, made.unkept, keeps=bool(extra.get("offline_cache", True)))
        add_sums(site)


def write_exports(site: Path, made: Made) -> None:
    """Write every file of the exports."""
    for path, content in made.files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)


def remove_unread(site: Path) -> None:
    """Remove what no reader needs: source maps, the search in other languages, our comments."""
    unread = [*site.rglob("*.map"), *site.glob("assets/javascripts/lunr/**/*")]
    for file in unread:
        if file.is_file():
            file.unlink()
    for file in [*site.glob("assets/*.css"), *site.glob("assets/*.js")]:
        file.write_text(bare(file.read_text("utf-8")), "utf-8")


def complete_search(site: Path, notes: Notes) -> None:
    """Write the index of the search with all it should know; none where there is no search."""
    if (index := site / INDEX).exists():
        index.write_text(completed(index.read_text("utf-8"), notes), "utf-8")


def add_licence(site: Path, root: Path) -> None:
    """Put the licence of our code beside what it is for; the theme's lies in assets/vendor."""
    if (licence := root / "LICENSE").is_file():
        copyfile(licence, site / "LICENSE.txt")


def add_day(site: Path, day: date) -> None:
    """Write into the script that every page has when the site was built."""
    if (script := site / BUILT).is_file():
        code = script.read_text("utf-8")
        script.write_text(code.replace('day = ""', f'day = "{day.isoformat()}"'), "utf-8")


def add_download(site: Path, surroundings: Surroundings) -> None:
    """Put the offline copy where its link leads, where there is one."""
    download = publication_of(surroundings).download
    if download and surroundings.offline_copy:
        (site / download.url).parent.mkdir(exist_ok=True)
        copyfile(surroundings.offline_copy, site / download.url)


def add_service_worker(site: Path, unkept: Iterable[str] = (), *, keeps: bool) -> None:
    """Write the service worker: one that keeps the site, or one that removes what was kept."""
    files = {file.relative_to(site).as_posix(): file for file in site.rglob("*") if file.is_file()}
    contents = {path: files[path].read_bytes() for path in files.keys() - set(unkept)}
    code = service_worker(contents) if keeps else service_worker_off()
    (site / FILE).write_text(code, "utf-8")


def add_sums(site: Path) -> None:
    """List every published file with its SHA-256, in the form that `sha256sum --check` reads."""
    files = sorted(
        (file.relative_to(site).as_posix(), file)
        for file in site.rglob("*")
        if file.is_file() and file != site / SUMS
    )
    lines = (f"{sha256(file.read_bytes()).hexdigest()}  {name}\n" for name, file in files)
    (site / SUMS).write_text("".join(lines), "utf-8")
