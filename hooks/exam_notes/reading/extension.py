"""The reader: a Python-Markdown extension that reads the very tree that becomes the page.

It notes what is there (`outline.py`), puts the verdict at the head of each answer, and leaves
marks (`marks.py`) where fragments lie and where something is woven in later.
"""

from __future__ import annotations

from html import unescape
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import slugify
from markdown.treeprocessors import Treeprocessor

from exam_notes.reading.kinds import read_kind
from exam_notes.reading.kinds.kind import PageTree
from exam_notes.reading.outline import NOTHING, Outline
from exam_notes.reading.plain import read_plainly
from exam_notes.reading.published import Aliases
from exam_notes.reading.tree import (
    HEADINGS,
    anchors_of,
    callouts_of,
    headings_of,
    passage,
    references_of,
    slug_of,
)

# After attr_list (8) has set ids, before toc (5), MkDocs' anchors (5) and links (0).
PRIORITY = 6


class Reader(Extension):
    """Reads one page at a time: call `begin` before a conversion, take `outline` after it."""

    def __init__(self, aliases: Aliases | None = None) -> None:
        super().__init__()
        self.aliases = aliases or {}
        self.path = ""
        self.html: list[str] = []
        self.outline = NOTHING

    def begin(self, path: str) -> None:
        """Say which page (relative to docs/, with `/`) is converted next."""
        self.path = path
        self.html.clear()
        self.outline = NOTHING  # Markdown reads no tree where a page is empty

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (the name is Markdown's)
        self.html = read_plainly(md)
        md.treeprocessors.register(_OutlineTreeprocessor(md, self), "exam-notes", PRIORITY)


class _OutlineTreeprocessor(Treeprocessor):
    def __init__(self, md: Markdown, reader: Reader) -> None:
        super().__init__(md)
        self.reader = reader

    def run(self, root: Element) -> None:
        page = PageTree(self.reader.path, root, self.md, self.reader.aliases)
        self.reader.outline = read_tree(page, tuple(self.reader.html))


def _keep_off_the_theme(heading: Element, md: Markdown) -> None:
    """Give a heading its id where `toc`, a moment later, would give it one of the theme's."""
    title = passage(heading, md).text
    if slugify(title, "-").startswith("_"):
        heading.set("id", slug_of(title) or "heading")


def _take_out_damaged_addresses(root: Element) -> None:
    """Leave the text of links whose addresses no program can read; N030 tells them."""
    for element in root.iter("a"):
        try:
            urlsplit(unescape(element.get("href", "")))
        except ValueError:
            del element.attrib["href"]


def read_tree(page: PageTree, html: tuple[str, ...]) -> Outline:
    """Read the tree of a page, and prepare it for weaving in place.

    `html` has the HTML that the author wrote.
    """
    root, md = page.root, page.md
    headings = headings_of(root, md)
    references = references_of(root, md)
    _take_out_damaged_addresses(root)
    callouts = callouts_of(root, md)
    found = read_kind(page)
    for element in root.iter():
        if element.tag in HEADINGS and not element.get("id"):
            _keep_off_the_theme(element, md)
    return Outline(
        page.title,
        headings,
        tuple(
            page.read.get(element, callout)._replace(headings=callout.headings)
            for element, callout in callouts.items()
        ),
        references,
        anchors_of(root, headings),
        html,
        found.questions,
        found.terms,
        found.skills,
    )
