"""Texts that can be compared whatever became of their markup and their line ends."""

from __future__ import annotations

import re
from html import unescape

_TAG = re.compile(r"<[^>]*>")


def squashed(html: str) -> str:
    """Return the visible text of `html`, code too, without white space."""
    return "".join(unescape(_TAG.sub("", html)).split())
