"""The content security policy of the web build: scripts by hash or from the site itself.

Computed from the finished pages; the same on every page, so that one page's policy fits all.
Source: Content Security Policy Level 3, https://www.w3.org/TR/CSP3/
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from html import unescape

# A script that the browser runs: data blocks (JSON) are not run and need no hash.
_SCRIPT = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*\btype=\"application/(?:ld\+)?json\")[^>]*>(.*?)</script>",
    re.DOTALL,
)
_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
_STYLE_ATTRIBUTE = re.compile(r'<[a-z][^>]*?\sstyle="([^"]*)"')
_HEAD = '<meta charset="utf-8">'


def policy(pages: Iterable[str]) -> str:
    """Return the policy under which every one of `pages` (HTML) works."""
    scripts: set[str] = set()
    styles: set[str] = set()
    for html in pages:
        scripts.update(map(_hash, _SCRIPT.findall(html)))
        styles.update(map(_hash, _STYLE.findall(html)))
        styles.update(_hash(unescape(style)) for style in _STYLE_ATTRIBUTE.findall(html))
    by_attribute = ["'unsafe-hashes'", *sorted(styles)] if styles else []
    return "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src 'self'", *sorted(scripts)]),
            " ".join(["style-src 'self'", *by_attribute]),
            "img-src 'self' data:",
            "connect-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        ]
    )


def with_policy(html: str, content: str) -> str:
    """Return a page with the policy as the first thing that can be under it."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{content}">'
    return html.replace(_HEAD, f"{_HEAD}\n      {meta}", 1)


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
