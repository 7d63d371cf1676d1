"""The structure of a text as GitHub and the site show it: events of one kind for both."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

from exam_notes.reading.extension import Reader
from markdown import Markdown
from markdown_it import MarkdownIt

from tests.support.notes import EXTENSIONS

GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])

_BLOCKS = {"ul", "ol", "li", "blockquote", "table", "tr", "th", "td", "pre", "hr"}
_BLOCKS |= {f"h{level}" for level in range(1, 7)}
_INLINE = {"a", "br", "code", "em", "img", "s", "strong"}
_ID = re.compile(r" *\{ ?#[\w-]+ ?\}$")


def on_github(text: str) -> list[str]:
    """Return what GitHub shows: tables and text struck through, as far as the library goes."""
    return _events(GITHUB.render(text))


def on_the_site(text: str) -> list[str]:
    """Return what our reading shows; a callout is a quote there, as on GitHub."""
    configuration: dict[str, dict[str, Any]] = {**EXTENSIONS}
    configuration |= {"pymdownx.quotes": {"callouts": False}, "toc": {}}
    reader = Reader()
    markdown = Markdown(extensions=[*configuration, reader], extension_configs=configuration)
    reader.begin("about.md")
    return _events(markdown.convert(text))


def _events(html: str) -> list[str]:
    parser = _Events()
    parser.feed(html)
    parser.close()
    parser.end_text()
    return parser.events


class _Events(HTMLParser):
    """Notes blocks, what is within lines, and text with single blanks; a paragraph is a text."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[str] = []
        self.text = ""
        self.in_code = False

    def end_text(self) -> None:
        text = re.sub("<code> ?| ?</code>", lambda tag: tag[0].strip(), " ".join(self.text.split()))
        self.text = ""
        if text:
            self.events.append(f"'{text}'")

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag in _BLOCKS or tag == "p":
            self.end_text()
        if tag == "pre":
            self.in_code = True
        if tag in _BLOCKS:
            start = given.get("start") or ("1" if tag == "ol" else "")
            self.events.append(f"<{tag}{start}>")
        elif tag in _INLINE and not self.in_code:
            self.text += f"<{tag} {given.get('href') or ''}>" if tag == "a" else f"<{tag}>"

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS and tag.startswith("h"):
            self.text = _ID.sub("", self.text)
        if tag in _BLOCKS or tag == "p":
            self.end_text()
        if tag == "pre":
            self.in_code = False
        if tag in _BLOCKS and tag != "hr":
            self.events.append(f"</{tag}>")
        elif tag in _INLINE and tag not in ("br", "img") and not self.in_code:
            self.text += f"</{tag}>"

    def handle_data(self, data: str) -> None:
        self.text += data
