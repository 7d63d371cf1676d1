"""Reads notes without MkDocs: the same Markdown, the same reader, the same model.

Addresses in the model stay as authored, and a page's URL is its path.
"""

from __future__ import annotations

from markdown import Markdown

from exam_notes.reading.extension import Reader
from exam_notes.reading.page import Page, assemble
from exam_notes.reading.page_text import PageText
from exam_notes.reading.published import Aliases
from exam_notes.reading.settings import Extensions


def read_page(
    path: str, source: PageText, extensions: Extensions, aliases: Aliases | None = None
) -> Page:
    """Read one page; `path` is relative to docs/."""
    reader = Reader(aliases)
    markdown = Markdown(extensions=[*extensions, reader], extension_configs={**extensions})
    reader.begin(path)
    html = markdown.convert(source.body)
    return assemble(path, path, source, reader.outline, html)
