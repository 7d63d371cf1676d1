"""The reader: a Python-Markdown extension that reads the very tree that becomes the page.

It notes what is there (`outline.py`), puts the verdict at the head of each answer, and leaves
marks (`markers.py`) where fragments lie and where something is woven in later.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from exam_notes.exam_page import prepare_exam_page
from exam_notes.model import Passage
from exam_notes.outline import NOTHING, Callout, Outline, QuestionOutline, TermOutline
from exam_notes.paths import EXAM, TERMS, service_slug
from exam_notes.service_page import read_service_page
from exam_notes.terms_page import read_terms_page
from exam_notes.tree import anchors_of, callouts_of, headings_of, raw_html_of, references_of

# After attr_list (8) has set ids, before toc (5), MkDocs' anchors (5) and links (0).
PRIORITY = 6


class Reader(Extension):
    """Reads one page at a time: call `begin` before a conversion, take `outline` after it."""

    def __init__(self) -> None:
        super().__init__()
        self.path = ""
        self.outline = NOTHING

    def begin(self, path: str) -> None:
        """Say which page (relative to docs/, with `/`) is converted next."""
        self.path = path
        self.outline = NOTHING  # Markdown reads no tree where a page is empty

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (the name is Markdown's)
        md.treeprocessors.register(_OutlineTreeprocessor(md, self), "exam-notes", PRIORITY)


class _OutlineTreeprocessor(Treeprocessor):
    def __init__(self, md: Markdown, reader: Reader) -> None:
        super().__init__(md)
        self.reader = reader

    def run(self, root: Element) -> None:
        self.reader.outline = read_tree(root, self.md, self.reader.path)


def read_tree(root: Element, md: Markdown, path: str) -> Outline:
    """Read the tree of the page at `path`, and prepare it for weaving in place."""
    headings = headings_of(root, md)
    title = next((heading.title for heading in headings if heading.level == 1), Passage("", ""))
    references = references_of(root)
    questions: tuple[QuestionOutline, ...] = ()
    terms: tuple[TermOutline, ...] = ()
    read: dict[Element, Callout] = {}
    if slug := service_slug(path):
        questions = read_service_page(root, md, slug, title.text, read)
    elif path == TERMS:
        terms = read_terms_page(root, md)
    elif path == EXAM:
        prepare_exam_page(root, md)
    return Outline(
        title,
        headings,
        callouts_of(root, md, read),
        references,
        anchors_of(root, headings),
        raw_html_of(md),
        questions,
        terms,
    )
