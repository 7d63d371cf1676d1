"""Rendered HTML as text for cells of a table: code, list items and addresses are kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from exam_notes.visible import plain

_CODE = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_LINK = re.compile(r'<a\b[^>]*?\bhref="(https?://[^"]*)"[^>]*>(.*?)</a>', re.DOTALL)


def text_of(html: str) -> str:
    """Return what a reader sees of `html`, a line for each block, and code as it stands."""
    return "\n".join(filter(None, _parts(_LINK.sub(r"\2 &lt;\1&gt;", html))))


def _parts(html: str) -> Iterator[str]:
    for part in _CODE.split(html):
        if part.startswith("<pre"):
            yield unescape(_TAG.sub("", part)).strip("\n")
        else:
            yield plain(part.replace("<li>", "<li>- "))
