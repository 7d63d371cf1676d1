"""From rendered HTML to what a reader sees: plain text, sentences, links.

Works on the output of Python-Markdown, where `<` and `>` stand for markup only.
"""

from __future__ import annotations

import html as html_module
import re
from collections.abc import Callable, Iterator
from urllib.parse import urljoin

_FENCED = re.compile(r'(?:<span class="filename">[^<]*</span>)?<pre\b.*?</pre>', re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BLOCK = re.compile(
    r"</?(?:p|div|li|ul|ol|dl|dt|dd|h[1-6]|table|thead|tbody|tr|t[dh]|details|summary|blockquote|hr|br)\b[^>]*>"
)
_TAG = re.compile(r"<[^>]*>")
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_ADDRESS = re.compile(r'(<(?:a|img)\b[^>]*?\b(?:href|src)=")([^"]*)(")')
_SENTENCE_END = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"')]))\s+(?=[\"'(]?[A-Z\x02])")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_MARK = "\x02"


def plain(html: str) -> str:
    """Return the visible text of `html`, one line for each block, without fenced code."""
    if "<" not in html:  # a heading or a title, mostly
        return " ".join(html_module.unescape(html).split())
    return "\n".join(_lines(_BLOCK.split(_without_code(html))))


def first_line_of_code(html: str) -> str:
    """Return the first line of the first block of code in `html`, "" where there is none."""
    match = _FENCED.search(html)
    code = html_module.unescape(_TAG.sub("", match[0])) if match else ""
    return code.strip().partition("\n")[0]


def _without_code(html: str) -> str:
    """Return `html` without fenced code and comments."""
    return _FENCED.sub("<p>", _COMMENT.sub("", html))


def _lines(blocks: list[str]) -> Iterator[str]:
    for block in blocks:
        text = html_module.unescape(_TAG.sub("", block))
        if line := " ".join(text.split()):
            yield line


def first_paragraph(html: str) -> str:
    """Return the text of the first paragraph of `html`, "" where it has none."""
    match = _PARAGRAPH.search(html)
    return plain(match.group(1)).replace("\n", " ") if match else ""


def first_sentences(html: str, longest: int) -> str:
    """Return the sentences that `html` begins with: up to `longest` characters, one at least."""
    first, *others = _SENTENCE_END.split(first_paragraph(html))
    for sentence in others:
        if len(first) + len(sentence) >= longest:
            break
        first += f" {sentence}"
    return first


def links(html: str) -> tuple[tuple[str, str], ...]:
    """Return address and visible text of each link in `html`, in page order."""
    return tuple((html_module.unescape(href), plain(label)) for href, label in _LINK.findall(html))


def linking_sentences(html: str) -> Iterator[tuple[str, str]]:
    """Yield the address of each link in `html` with the sentence that holds the link."""
    if "<a" not in html:
        return
    for block in _BLOCK.split(_without_code(html)):
        addresses = [html_module.unescape(match[1]) for match in _LINK.finditer(block)]
        yield from zip(addresses, _sentences_with_marks(_LINK.sub(_marked, block)))


def _marked(link: re.Match[str]) -> str:
    return _MARK + link[0]


def _sentences_with_marks(block: str) -> Iterator[str]:
    """Yield, for each mark in `block`, the sentence that it stands in."""
    for sentence in _SENTENCE_END.split(" ".join(_lines([block]))):
        plain_sentence = sentence.replace(_MARK, "")
        for _ in range(sentence.count(_MARK)):
            yield plain_sentence


def is_absolute(address: str) -> bool:
    """Tell whether an address names a scheme or a host. Damaged ones are told too."""
    return _SCHEME.match(address) is not None


def site_relative(html: str, page_url: str) -> str:
    """Return `html` of the page at `page_url` with addresses relative to the site's root."""
    return rebased(html, page_url, lambda url: url)


def rebased(html: str, page_url: str, address_of: Callable[[str], str]) -> str:
    """Return `html` of the page at `page_url` with `address_of` applied to its links and pictures.

    `address_of` receives URLs from the site's root; addresses of other sites stay as they are.
    """

    def rebase(match: re.Match[str]) -> str:
        before, address, after = match.groups()
        if is_absolute(address):
            return match.group()
        return before + address_of(urljoin(page_url, address)) + after

    return _ADDRESS.sub(rebase, html)
