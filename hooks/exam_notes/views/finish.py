"""The last touches to a page that is complete: what no author should have to think of.

The search, the exports and the table of contents have read the page by then.
"""

from __future__ import annotations

import re
from html import escape

from exam_notes.unbroken import unbroken
from exam_notes.visible import plain

_HEADING = re.compile(r'<(h[1-6]) id="([^"]*)">((?:(?!</h).)*?)(<a class="headerlink")', re.DOTALL)


def finished(html: str) -> str:
    """Return the HTML of a page with its dates and flags in one piece, its headings well named."""
    return _HEADING.sub(_named, unbroken(html))


def _named(match: re.Match[str]) -> str:
    """Name a heading by its text: the sign of its link is no part of what is heard."""
    tag, id, title, link = match.groups()
    name = escape(" ".join(plain(title).split("\n")))
    return f'<{tag} id="{id}" aria-label="{name}">{title}{link}'
