"""The last touches to a page that is complete: what no author should have to think of.

The search, the exports and the table of contents have read the page by then.
"""

from __future__ import annotations

import re
from html import escape

from exam_notes.visible import plain

LONGEST = 32  # characters that stay on one line; on the narrowest screens there is room for 35

_PIECE = re.compile(
    r"<pre\b.*?</pre>|<code>(?P<code>[^<]*)</code>|<[^>]*>"
    r"|(?<![\w-])(?P<date>[12]\d{3}-\d\d(?:-\d\d)?)(?![\w-])",
    re.DOTALL,
)
_HYPHENATED = re.compile(r"[^\s-]*-\S*")
_HEADING = re.compile(r'<(h[1-6]) id="([^"]*)">((?:(?!</h).)*?)(<a class="headerlink")', re.DOTALL)


def finished(html: str) -> str:
    """Return the HTML of a page with its dates and flags in one piece, its headings well named."""
    return _HEADING.sub(_named, _PIECE.sub(_in_one_piece, html))


def _in_one_piece(match: re.Match[str]) -> str:
    """Mark what must not break at its hyphens: dates, and words of code that are not too long.

    It is done by markup, since another sign in place of a hyphen would be copied with the text.
    """
    if date := match["date"]:
        return f"<time>{date}</time>"
    code = match["code"]
    if not code or "-" not in code:
        return match[0]
    return f"<code>{_HYPHENATED.sub(_word, code)}</code>"


def _word(match: re.Match[str]) -> str:
    return f"<span>{match[0]}</span>" if len(match[0]) <= LONGEST else match[0]


def _named(match: re.Match[str]) -> str:
    """Name a heading by its text: the sign of its link is no part of what is heard."""
    tag, id, title, link = match.groups()
    name = escape(" ".join(plain(title).split("\n")))
    return f'<{tag} id="{id}" aria-label="{name}">{title}{link}'
