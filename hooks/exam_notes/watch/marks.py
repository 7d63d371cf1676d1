"""Looks for marks in the Markdown of a page, whatever markup or line end stands inside them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_SIGNS = re.compile(r"[*_`\\|]+")
_SAME = str.maketrans("\u2018\u2019\u201c\u201d\u00a0\u2011\u2013\u2014", "''\"\" ---")


def missing(text: str, marks: Iterable[str]) -> tuple[str, ...]:
    """Return the marks that do not stand in a page's Markdown, case ignored."""
    plain = _plain(text)
    return tuple(mark for mark in marks if _plain(mark) not in plain)


def _plain(text: str) -> str:
    shown = _LINK.sub(r"\1", unescape(text).translate(_SAME))
    return " ".join(_SIGNS.sub("", _TAG.sub("", shown)).lower().split())
