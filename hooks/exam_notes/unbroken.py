"""Keeps in one piece what must not break at its hyphens, wherever notes are shown in a browser."""

from __future__ import annotations

import re

LONGEST = 32  # characters that stay on one line; on the narrowest screens there is room for 35

_PIECE = re.compile(
    r"<pre\b.*?</pre>|<code>(?P<code>[^<]*)</code>|<[^>]*>"
    r"|(?<![\w-])(?P<date>[12]\d{3}-\d\d(?:-\d\d)?)(?![\w-])",
    re.DOTALL,
)
_HYPHENATED = re.compile(r"[^\s-]*-\S*")


def unbroken(html: str) -> str:
    """Return HTML in which dates are marked, and words of code that are not too long.

    It is done by markup, since another sign in place of a hyphen would be copied with the text.
    """
    return _PIECE.sub(_in_one_piece, html)


def _in_one_piece(match: re.Match[str]) -> str:
    if date := match["date"]:
        return f"<time>{date}</time>"
    code = match["code"]
    if not code or "-" not in code:
        return match[0]
    return f"<code>{_HYPHENATED.sub(_word, code)}</code>"


def _word(match: re.Match[str]) -> str:
    return f"<span>{match[0]}</span>" if len(match[0]) <= LONGEST else match[0]
