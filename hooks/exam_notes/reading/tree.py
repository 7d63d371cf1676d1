"""Small questions put to the element tree that Python-Markdown makes of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import render_inner_html, slugify
from markdown.treeprocessors import UnescapeTreeprocessor

from exam_notes.model import Passage
from exam_notes.reading.outline import Callout, Heading, Reference
from exam_notes.visible import plain

# What Markdown still has to turn into HTML: markup, and the placeholders of what it set aside.
_NOT_PLAIN = re.compile("[<>&\x02]")
_ADDRESSES = {"a": "href", "img": "src"}
# Markdown brings escaped signs back when it has left the tree; rules look at them before.
_unescaped = UnescapeTreeprocessor().unescape
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def passage(element: Element, md: Markdown) -> Passage:
    """Return an element's content as it will be rendered."""
    text = element.text or ""
    if not len(element) and not _NOT_PLAIN.search(text):
        return Passage(text.strip(), " ".join(text.split()))
    html = render_inner_html(element, md)
    return Passage(html, " ".join(plain(html).split("\n")))


def is_heading(element: Element, level: int) -> bool:
    return element.tag == HEADINGS[level - 1]


def heading_of(element: Element, md: Markdown) -> Heading:
    """Read a heading; one without an id is given one, as `toc` would do a moment later."""
    title = passage(element, md)
    explicit = element.get("id", "")
    return Heading(int(element.tag[1]), explicit or slug_of(title.text), title, bool(explicit))


def slug_of(title: str) -> str:
    """Return the id that a title makes. None begins with `_`: those are the theme's."""
    return slugify(title, "-").lstrip("_")


def headings_of(root: Element, md: Markdown) -> tuple[Heading, ...]:
    return tuple(heading_of(element, md) for element in root.iter() if element.tag in HEADINGS)


def sections(root: Element) -> tuple[list[Element], list[tuple[Element, list[Element]]]]:
    """Split the page at its second-level headings: what stands above, then heading and body."""
    above: list[Element] = []
    parts: list[tuple[Element, list[Element]]] = []
    for element in root:
        if is_heading(element, 2):
            parts.append((element, []))
        else:
            (parts[-1][1] if parts else above).append(element)
    return above, parts


def callout_kind(element: Element) -> str:
    """Return the type an author gave a callout, "" for an element that is none."""
    names = element.get("class", "").split()
    if element.tag == "div" and names[:1] == ["admonition"]:
        return names[1] if len(names) > 1 else ""
    return names[0] if element.tag == "details" and names else ""


def callouts_below(element: Element) -> Iterator[Element]:
    """Yield the callouts inside `element`, in page order."""
    return (inner for inner in element.iter() if inner is not element and callout_kind(inner))


def callout_title(element: Element, md: Markdown) -> Passage:
    """Return a callout's title; empty where its first line became a list or something else."""
    first = next(iter(element), None)
    if first is None or not (first.tag == "summary" or first.get("class") == "admonition-title"):
        return Passage("", "")
    return passage(first, md)


def callouts_of(root: Element, md: Markdown) -> dict[Element, Callout]:
    """Return every callout of the page, in its order, as one that was not read."""
    callouts = {}
    headings = 0
    for element in root.iter():
        headings += element.tag in HEADINGS
        if element is not root and (kind := callout_kind(element)):
            callouts[element] = Callout(kind, callout_title(element, md).text, "", headings)
    return callouts


def references_of(root: Element, md: Markdown) -> tuple[Reference, ...]:
    """Return every link and picture of the page, with its address as authored and its text."""
    return tuple(
        _reference(element, passage(element, md).text)
        for element in root.iter()
        if element.tag in _ADDRESSES
    )


def _reference(element: Element, text: str) -> Reference:
    """Return a link or picture that shows `text`, with what else it says."""
    said = [part.get(key, "") for part in element.iter() for key in ("alt", "title")]
    address = element.get(_ADDRESSES[element.tag], "")
    return Reference(
        element.tag, _unescaped(address), text, _unescaped(" ".join(filter(None, said)))
    )


def anchors_of(root: Element, headings: Iterable[Heading]) -> frozenset[str]:
    """Return every anchor of the page: ids in the tree, and those that `toc` is about to give."""
    given = {id for element in root.iter() if (id := element.get("id"))}
    return frozenset(given | {heading.id for heading in headings})
