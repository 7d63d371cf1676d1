"""Passages made fit for files that leave the site: no ids, addresses that lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from posixpath import basename

from exam_notes.visible import is_absolute, rebased

_TAG = re.compile(r"<[a-z][^>]*>")
_ID = re.compile(r'\sid="[^"]*"')
_NOTHING = re.compile(r"<span></span>")
_LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_PICTURE = re.compile(r'(<img\b[^>]*?\bsrc=")([^"]*)(")')

AddressOf = Callable[[str], str]


def portable(html: str, page_url: str, link_of: AddressOf, picture_of: AddressOf) -> str:
    """Return `html` of the page at `page_url` for use outside of the site.

    `link_of` and `picture_of` get URLs from the site's root. A link whose new address is "" keeps
    its text alone. Addresses of other sites stay, and ids go: they are unique on their page only.
    """
    at_root = rebased(without_ids(html), page_url, lambda url: url)
    linked = _LINK.sub(lambda match: _link(match, link_of), at_root)
    return _PICTURE.sub(lambda match: match[1] + picture_of(match[2]) + match[3], linked)


def without_ids(html: str) -> str:
    """Return `html` without ids, and without the elements that only carried one."""
    return _NOTHING.sub("", _TAG.sub(lambda tag: _ID.sub("", tag[0]), html))


def _link(match: re.Match[str], link_of: AddressOf) -> str:
    address, label = match.groups()
    target = address if is_absolute(address) else link_of(address)
    return f'<a href="{target}">{label}</a>' if target else label


def pictures(html: str, page_url: str) -> list[str]:
    """Return the URLs, from the site's root, of the pictures in `html`."""
    found = _PICTURE.findall(rebased(html, page_url, lambda url: url))
    return [url for _, url, _ in found if not is_absolute(url)]


def picture_bytes(root: Path, url: str) -> bytes | None:
    """Return the picture at `url` of the project at `root`; None where it has none."""
    docs = (root / "docs").resolve()
    file = (docs / url).resolve()
    return file.read_bytes() if file.is_relative_to(docs) and file.is_file() else None


def picture_name(url: str) -> str:
    """Return a file name that tells a picture of ours from everyone else's."""
    return f"aws-exam-notes-{basename(url)}"
