"""The content security policies: of the site that is served, of the copy that is opened from disk.

They are promises, made before a page is looked at: what they allow inline is a pinned list
(`theme_scripts.py`), and a page that holds more ends the build. No referrer is sent: no page that
is linked to needs to know where its reader comes from.
Source: Content Security Policy Level 3, https://www.w3.org/TR/CSP3/
"""

from __future__ import annotations

import re

from exam_notes.publishing.theme_scripts import STYLE_HASHES, hash_of, is_of_the_theme

# From disk there is no `'self'`, and the search's stand-in for a worker writes a script that holds
# the time. No directive lets a request out.
OFFLINE = (
    "default-src 'none'; script-src file: 'unsafe-inline'; style-src file: 'unsafe-inline'; "
    "img-src file: data:; font-src file:; connect-src file:; base-uri 'none'; form-action 'none'"
)
_WEB = (
    "default-src 'none'; script-src 'self' {scripts}; style-src 'self' 'unsafe-hashes' {styles}; "
    "img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'none'"
)
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# Nothing that loads or runs stands before it, so all of a page is under its policy.
_HEAD = re.compile(
    r'\s*<!doctype html>\s*<html[^<>]*>\s*<head>\s*<meta charset="utf-8">', re.IGNORECASE
)


def web_policy(html: str) -> str:
    """Return the policy for a page: it allows those of the theme's scripts that the page holds."""
    scripts = {text for text in _INLINE.findall(html) if is_of_the_theme(text)}
    return _WEB.format(
        scripts=" ".join(sorted(map(hash_of, scripts))), styles=" ".join(STYLE_HASHES)
    )


def has_place(html: str) -> bool:
    """Tell whether a page begins as ours do, so that a policy can stand before all else."""
    return _HEAD.match(html) is not None


def with_policy(html: str, content: str) -> str:
    """Return a page with the policy as the first thing that can be under it."""
    metas = (
        f'<meta http-equiv="Content-Security-Policy" content="{content}">',
        '<meta name="referrer" content="no-referrer">',
    )
    return _HEAD.sub(lambda head: "\n      ".join([head[0], *metas]), html, count=1)
