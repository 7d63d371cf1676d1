"""Reads notes without MkDocs: the same Markdown, the same reader, the same model.

Addresses in the model stay as authored, and a page's URL is its path.
"""

from __future__ import annotations

from collections.abc import Mapping

from markdown import Markdown

from exam_notes.assemble import Page, assemble
from exam_notes.reader import Reader
from exam_notes.settings import Extensions
from exam_notes.site import Site
from exam_notes.source_lines import FRONT_MATTER


def read_page(path: str, source: str, extensions: Extensions) -> Page:
    """Read one page; `path` is relative to docs/."""
    reader = Reader()
    markdown = Markdown(extensions=[*extensions, reader], extension_configs={**extensions})
    reader.begin(path)
    html = markdown.convert(_without_front_matter(source))
    return assemble(path, path, source, reader.outline, html)


def read_site(sources: Mapping[str, str], extensions: Extensions) -> Site:
    """Read all pages; `sources` has their texts by path."""
    return Site.of(read_page(path, source, extensions) for path, source in sources.items())


def _without_front_matter(source: str) -> str:
    match = FRONT_MATTER.match(source)
    return source[match.end() :] if match else source
