"""Cuts a finished page into tags, scripts and comments, by a grammar that leaves no doubt.

It is so strict that every parser reads what it accepts alike. Python's own parser will not do here:
it and a browser end `<!-->` at different places, and so it would not see a script behind one.
Source: HTML Standard, 13.2.5 Tokenization, https://html.spec.whatwg.org/multipage/parsing.html
"""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

_S = r"[ \t\n\f\r]"
_NAME = r"[a-z][a-z0-9-]*+"
_KEY = r"[a-z_:@][\w:@.-]*+"
_REST = rf"""(?:{_S}++{_KEY}(?:{_S}*+={_S}*+(?:"[^"]*+"|'[^']*+'))?+)*+{_S}*+/?>"""
# Elements whose text is no markup to a browser; it is never allowed to look like some.
_RAW = r"script|style|title|textarea|xmp|iframe|noembed|noframes|noscript|plaintext"
_TEXT = r"[^<]*+(?:<(?![a-z/!?])[^<]*+)*+"
_CODE = r"[^<]*+(?:<(?!/script|!--)[^<]*+)*+"
_COMMENT = r"<!--(?!-?>)[^-]*+(?:-(?!-!?>)[^-]*+)*+-->"
_FLAGS = re.DOTALL | re.IGNORECASE | re.ASCII
# Each alternative is whole by itself, so that equal tokens can be judged once. The last one takes
# all that follows: where the reading has become uncertain it is not resumed.
_TOKEN = re.compile(
    rf"{_COMMENT}"
    rf"|</{_NAME}{_S}*+>"
    rf"|<(?!(?:{_RAW})[\s/>]){_NAME}{_REST}"
    rf"|<script{_REST}{_CODE}</script{_S}*+>"
    rf"|<title{_REST}{_TEXT}</title{_S}*+>"
    rf"|<textarea{_REST}{_TEXT}</textarea{_S}*+>"
    rf"|\A{_S}*+<!doctype html>"
    r"|<[a-z/!?].*",
    _FLAGS,
)
_TAG = re.compile(rf"<({_NAME})({_REST})(.*)", _FLAGS)
_ATTRIBUTE = re.compile(rf"""({_KEY})(?:{_S}*+={_S}*+(?:"([^"]*+)"|'([^']*+)'))?+""", _FLAGS)
_HARMLESS = re.compile(rf"{_COMMENT}|</{_NAME}{_S}*+>|{_S}*+<!doctype html>", _FLAGS)
# What follows the tag of such an element in its token; nothing follows any other tag.
_FOLLOWS = {
    "script": re.compile(rf"{_CODE}</script{_S}*+>", _FLAGS),
    "title": re.compile(rf"{_TEXT}</title{_S}*+>", _FLAGS),
    "textarea": re.compile(rf"{_TEXT}</textarea{_S}*+>", _FLAGS),
}
_NOTHING = re.compile("")


class Tag(NamedTuple):
    """A start tag: names in lower case, values as a browser has them, the text of a script."""

    element: str
    attributes: tuple[tuple[str, str], ...]
    text: str

    def value(self, name: str) -> str:
        """Return the value of an attribute, "" where it has none."""
        return dict(reversed(self.attributes)).get(name, "")


def tokens_of(html: str) -> list[str]:
    """Return everything in a page that is not plain text, in its order."""
    found: list[str] = _TOKEN.findall(html)
    return found


def is_harmless(token: str) -> bool:
    """Tell whether a token is a comment, an end tag or the first line of a page."""
    return _HARMLESS.fullmatch(token) is not None


def tag_of(token: str) -> Tag | None:
    """Return the start tag that a token is; None where browsers might differ about it."""
    match = _TAG.fullmatch(token)
    if not match or not _FOLLOWS.get(match[1].lower(), _NOTHING).fullmatch(match[3]):
        return None
    found = _ATTRIBUTE.findall(match[2])
    attributes = ((name.lower(), unescape(one or other)) for name, one, other in found)
    return Tag(match[1].lower(), tuple(attributes), match[3].rpartition("</")[0])
