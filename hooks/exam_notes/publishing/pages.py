"""Finished pages: none with what has no business there, and a policy in every one."""

from __future__ import annotations

from pathlib import Path

from exam_notes.publishing.fragments import harm_in_data
from exam_notes.publishing.gate import Gate
from exam_notes.publishing.policy import OFFLINE, has_place, web_policy, with_policy

_SHOWN = 10  # problems; one cause may be on every page
_PAGES = (".html", ".htm", ".xhtml", ".xht", ".shtml", ".mht", ".mhtml", ".xsl", ".xslt")


class PublishError(Exception):
    """The build made something that must not be published. The message is for its author."""


def refuse_harm(site: Path) -> None:
    """PublishError where a page, or the data of the practice, holds what has no business there.

    Such a page is removed, so that nobody opens it.
    """
    gate, found = Gate(), list[str]()
    for file in _pages(site):
        if refused := [*gate.refused(file.read_text("utf-8"))]:
            found += [f"{_name(file, site)}: {one}" for one in refused]
            file.unlink()
    refuse([*found, *harm_in_data(site)])


def refuse(found: list[str]) -> None:
    """PublishError with the first problems, where some were found."""
    if found:
        more = [f"and {len(found) - _SHOWN} more"] if len(found) > _SHOWN else []
        raise PublishError("\n".join(["Not published:", *found[:_SHOWN], *more]))


def add_policy(site: Path, *, served: bool) -> None:
    """Write its content security policy into every page; PublishError where one has no place."""
    for file in _pages(site):
        html = file.read_text("utf-8")
        if not has_place(html):
            raise PublishError(f"{_name(file, site)} is no page of the theme: no policy is for it")
        file.write_text(with_policy(html, web_policy(html) if served else OFFLINE), "utf-8")


def _pages(site: Path) -> list[Path]:
    """Return every file that a browser opens as a page; PublishError where one is no .html."""
    files = sorted(file for file in site.rglob("*") if file.suffix.lower() in _PAGES)
    for file in files:
        if file.suffix != ".html":
            raise PublishError(f"{_name(file, site)} would be opened as a page without a policy")
    return files


def _name(file: Path, site: Path) -> str:
    return file.relative_to(site).as_posix()
