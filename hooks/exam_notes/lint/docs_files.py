"""What may lie in docs/: pages, and what is on a list. Everything in it is published unseen.

A script, a picture that is a program, or a page in HTML would run on the site's own origin.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from exam_notes.lint.svg import svg_finding

LARGEST = 1_000_000  # bytes of a picture or a script; pages have limits of their own

UNREAD = "templates/"  # MkDocs takes nothing from there

_NAME = r"[a-z0-9][a-z0-9-]*"
# A page of a folder stands in it; no name is one that a server or a browser gives a meaning to.
_PAGE = re.compile(rf"(?:{_NAME}/)*{_NAME}\.md")
_PICTURE = re.compile(rf"assets/images/(?:{_NAME}/)*{_NAME}\.(?:png|svg)")
_VENDOR = re.compile(rf"assets/vendor/{_NAME}\.LICENSE\.txt")
# To add one is a change of code, and a code owner looks at it.
ALLOWED = frozenset(
    [
        "assets/built.js",
        "assets/notes.css",
        "assets/notes.js",
        "assets/offline.js",
        "assets/practice-switch.js",
        "assets/practice.css",
        "assets/review.js",
        "assets/search-advice.js",
        "assets/search-on-demand.js",
        "assets/terms.js",
        "assets/vendor/iframe-worker.js",
        "assets/vendor/ts-fsrs.js",
        "manifest.webmanifest",
        "deck-times.tsv",
        "published-ids.txt",
        "sources.yml",
    ]
)
# Further scripts and styles by what a folder is for.
_FOLDERS = re.compile(rf"assets/practice/{_NAME}\.(?:js|css)")
_PNG = b"\x89PNG\r\n\x1a\n"


class DocsFile(NamedTuple):
    """A file below docs/: its path there, whether it is a link, and its bytes (b"" of a link).

    What is neither a link nor a file is a pipe, a socket or a device.
    """

    path: str
    is_link: bool
    content: bytes
    is_file: bool = True


def docs_file(docs: Path, path: str) -> DocsFile:
    """Look at the file at `path` below `docs`. A page is read elsewhere."""
    file = docs / path
    below = [file, *(folder for folder in file.parents if docs in folder.parents)]
    is_link = any(part.is_symlink() for part in below)
    skipped = is_link or path.endswith(".md") or not file.is_file()
    return DocsFile(path, is_link, b"" if skipped else file.read_bytes(), file.is_file())


def file_findings(files: Iterable[DocsFile]) -> Iterator[tuple[str, str]]:
    """Yield the path of each file that may not be there, and why: the end of a sentence on it."""
    found = sorted(files)
    paths = {file.path for file in found}
    for file in found:
        if why := _finding(file) or _same_address(file.path, paths):
            yield file.path, why


def is_allowed(path: str) -> bool:
    """Tell whether a file of this path below docs/ may be there, whatever it holds."""
    forms = (_PAGE, _PICTURE, _VENDOR, _FOLDERS)
    is_of_a_kind = any(form.fullmatch(path) for form in forms)
    return path in ALLOWED or (is_of_a_kind and not path.startswith(UNREAD))


def shown(path: str) -> str:
    """Return a path as one line of plain signs, so that it cannot pass for another."""
    return path.encode("unicode_escape").decode()


def _finding(file: DocsFile) -> str:
    if file.is_link:
        return "is a link: what it leads to would be published"
    if not file.is_file:
        return "is no file, but a pipe, a socket or a device"
    if not is_allowed(file.path):
        return _why_not(file.path)
    if file.path.endswith(".md"):
        return ""
    if len(file.content) > LARGEST:
        return f"is larger than {LARGEST:,} bytes"
    if file.path.endswith(".png") and not file.content.startswith(_PNG):
        return "is no picture of the kind PNG"
    return svg_finding(file.content) if file.path.endswith(".svg") else ""


def _same_address(path: str, paths: Container[str]) -> str:
    """Say which other page would be published at the address of this one: a/index.md and a.md."""
    other = f"{path.removesuffix('/index.md')}.md"
    has_other = path.endswith("/index.md") and other in paths
    return f"has the address of docs/{other}; give one of them another name" if has_other else ""


def _why_not(path: str) -> str:
    """Return what is wrong with a path: its signs, or where it is and of what kind."""
    if not re.fullmatch(r"[a-z0-9./-]+", path, re.ASCII):
        return "has a name with other signs than a-z, 0-9, dot and hyphen"
    if path.startswith(UNREAD):
        return "is in a folder that no build reads; move it, or remove it"
    if path.startswith("assets/images/"):
        return "is no picture of a kind that pages may show: .svg or .png"
    return "is neither a page (.md) nor on the list of what else may be there"
