"""The gate for finished pages: what has no business on one ends the build.

That is what could run, be loaded from another host, or lead away by itself. It is the last of
several walls: notes hold no HTML in the first place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exam_notes.publishing.theme_scripts import STYLES, is_of_the_theme
from exam_notes.publishing.tokens import Tag, is_harmless, tag_of, tokens_of

_ELEMENT_NAMES = """
    html head title meta link script body header footer main nav aside article section div hgroup
    h1 h2 h3 h4 h5 h6 p hr pre blockquote ol ul li dl dt dd figure figcaption a em strong small s
    cite q dfn abbr time code var samp kbd sub sup i b u mark bdi bdo span br wbr ins del img table
    caption colgroup col tbody thead tfoot tr td th form label input button select datalist option
    optgroup textarea output progress meter fieldset legend details summary dialog
    svg g path rect circle ellipse line polyline polygon
"""
# Attributes that name what is loaded, asked or run. `href` and `src` have rules of their own.
_REFUSED_NAMES = """
    action archive background cite classid codebase data formaction http-equiv imagesrcset longdesc
    manifest ping poster profile srcdoc srcset usemap xlink:href xml:base
"""
_ELEMENTS = frozenset(_ELEMENT_NAMES.split())
_REFUSED = frozenset(_REFUSED_NAMES.split())
_KINDS_OF_LINK = frozenset(["canonical", "prev", "next", "icon", "stylesheet", "manifest"])
_SCHEMES = frozenset(["", "http", "https", "mailto"])
_DATA = ("application/json", "application/ld+json")
_FOLDERS = r"(?:[\w~-][\w.~-]*/)*"
_OWN_SCRIPT = re.compile(rf"(?:/|(?:\.\./)*){_FOLDERS}assets/{_FOLDERS}[\w-][\w.-]*\.js", re.ASCII)
_UNCLEAR = "what browsers may read in several ways"
_REMEMBERED = 50_000  # tokens; those of the navigation come again on every page


class Gate:
    """Judges pages one after the other, and a token that they share once."""

    def __init__(self) -> None:
        self._passed: set[str] = set()

    def refused(self, html: str) -> Iterator[str]:
        """Yield what may not be on a page: why, and the text that shows it."""
        if len(self._passed) > _REMEMBERED:
            self._passed.clear()
        for token in dict.fromkeys(tokens_of(html)):
            if token in self._passed:
                continue
            if reason := _reason(token):
                yield f"{reason}: {' '.join(token[:200].split())}"
            else:
                self._passed.add(token)


def _reason(token: str) -> str:
    """Return why a token may not stand on a page, "" where it may."""
    if is_harmless(token):
        return ""
    tag = tag_of(token)
    return next(_reasons(tag), "") if tag else _UNCLEAR


def _reasons(tag: Tag) -> Iterator[str]:
    if tag.element not in _ELEMENTS:
        yield f"an element '{tag.element}'"
    for name, value in tag.attributes:
        yield from _of_attribute(tag.element, name, value)
    if tag.element == "script":
        yield from _of_script(tag)
    elif tag.element == "link":
        yield from _of_link(tag)
    else:
        yield from _of_address(tag)


def _of_attribute(element: str, name: str, value: str) -> Iterator[str]:
    if name.startswith("on"):
        yield f"a handler '{name}'"
    elif name == "style" and (element not in ("td", "th") or value not in STYLES):
        yield "a style attribute"
    elif name in _REFUSED:
        yield f"an attribute '{name}'"
    elif (name, value) == ("id", "__config") and element != "script":
        yield "a second configuration of the theme"
    elif (name, value) == ("data-md-component", "source"):
        yield "a part of the theme that asks another host"
    elif (element, name, value.lower()) == ("meta", "name", "referrer"):
        yield "a referrer policy that is not ours"


def _of_script(tag: Tag) -> Iterator[str]:
    if "src" in dict(tag.attributes):
        if not _OWN_SCRIPT.fullmatch(tag.value("src")) or tag.text.strip():
            yield "a script that is not the site's own"
    elif tag.value("type") not in _DATA and (tag.attributes or not is_of_the_theme(tag.text)):
        yield "an inline script that is not one of the theme's (theme_scripts.py)"


def _of_link(tag: Tag) -> Iterator[str]:
    kinds = set(tag.value("rel").lower().split())
    if not kinds or not kinds <= _KINDS_OF_LINK:
        yield "a link element of another kind than those of the theme"
    elif kinds != {"canonical"} and _is_foreign(tag.value("href")):
        yield "something from elsewhere"


def _of_address(tag: Tag) -> Iterator[str]:
    for name, value in tag.attributes:
        if name == "href" and tag.element == "a":
            if (scheme := _scheme(value)) not in _SCHEMES:
                yield f"an address of the kind '{scheme}:'"
        elif name in ("href", "src") and _is_foreign(value):
            yield "something from elsewhere"


def _scheme(address: str) -> str:
    """Return the scheme of an address as a browser finds it, "" where it has none."""
    found = re.match(r"([^/?#:]*):", re.sub(r"[\x00-\x20]", "", address))
    return found[1].lower() if found else ""


def _is_foreign(address: str) -> bool:
    """Tell whether what is loaded from an address may come from another host."""
    plain = re.sub(r"[\x00-\x20]", "", address).replace("\\", "/")
    return bool(_scheme(address)) or plain.startswith("//")
