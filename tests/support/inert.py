"""Judges rendered HTML without a browser: whether anything on it could run, be loaded or lead away.

It shares nothing with the gate of the build, and is stricter: it knows what Markdown makes of
notes, and whatever else is there is a fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

_ELEMENT_NAMES = """
    h1 h2 h3 h4 h5 h6 p hr pre code blockquote ol ul li a img em strong br span div details summary
    table thead tbody tr th td
"""
_ELEMENTS = frozenset(_ELEMENT_NAMES.split())
_ATTRIBUTES = frozenset(
    ["alt", "class", "id", "title", "start", "data-names", "data-search-exclude"]
)
_STYLE = re.compile("text-align: (?:left|center|right);")
_ABSOLUTE = re.compile(r"(?:https?://[\w.-]|mailto:)", re.IGNORECASE | re.ASCII)
# Browsers drop what comes first here, and take a backslash for a slash.
_UNSEEN = re.compile(r"[\x00-\x20\ufffd]")
_SCHEME = re.compile(r"[^/?#]*:|//")
_WEB = re.compile(r"https?:|mailto:|[/\\\\]{2}", re.IGNORECASE)
UNCLEAR = "leads, where somebody follows it, to"


def faults_of(html: str) -> list[str]:
    """Return what in a piece of HTML is not inert: the element, and what is wrong with it."""
    judge = _Judge()
    judge.feed(html)
    judge.close()
    return judge.faults


class _Judge(HTMLParser):
    """Notes faults. A comment, a declaration or an instruction is one: notes have none."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = [] if tag in _ELEMENTS else ["an element"]
        for name, value in attributes:
            found += _of_attribute(tag, name, value or "")
        self.faults += [f"{tag}: {fault}" for fault in found]

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        self.faults.append(f"a declaration: {decl}")

    def unknown_decl(self, data: str) -> None:
        self.faults.append(f"a declaration: {data}")

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"an instruction: {data}")


def _of_attribute(tag: str, name: str, value: str) -> Iterator[str]:
    """Yield what is wrong with an attribute; its value comes with entities decoded."""
    if (tag, name) == ("a", "href"):
        if _leads_out(value) and not _ABSOLUTE.match(value):
            yield f"{UNCLEAR if _WEB.match(value) else 'runs'} {value}"
    elif (tag, name) == ("img", "src"):
        if _leads_out(value):
            yield f"loads {value}"
    elif name == "id" and (value.startswith("_") or re.search(r"[\s<>\"'&]", value)):
        yield f"has the id {value}"
    elif name == "style" and tag in ("td", "th") and _STYLE.fullmatch(value):
        return
    elif name not in _ATTRIBUTES:
        yield f"has {name}={value}"


def _leads_out(address: str) -> bool:
    """Tell whether a browser takes an address for one with a scheme or a host."""
    return bool(_SCHEME.match(_UNSEEN.sub("", address).replace("\\", "/")))
