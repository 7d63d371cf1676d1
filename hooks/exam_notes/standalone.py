"""Reads notes without MkDocs: the same Markdown, the same reader, the same model.

Addresses in the model stay as authored, and a page's URL is its path.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml
from markdown import Markdown

from exam_notes.assemble import Page, assemble
from exam_notes.reader import Reader
from exam_notes.site import Site
from exam_notes.source_lines import FRONT_MATTER

Extensions = Mapping[str, dict[str, Any]]


class _ConfigLoader(yaml.SafeLoader):
    """Reads mkdocs.yml, whose own tags (`!ENV`) mean nothing to the notes."""


_ConfigLoader.add_multi_constructor("!", lambda *_: None)


def extensions_of(config: str) -> Extensions:
    """Return the Markdown extensions, with their settings, that the text of mkdocs.yml names."""
    # A subclass of SafeLoader: it makes plain values only.
    settings = yaml.load(config, _ConfigLoader)  # noqa: S506
    return {name: options or {} for name, options in settings["markdown_extensions"].items()}


def read_page(path: str, source: str, extensions: Extensions) -> Page:
    """Read one page; `path` is relative to docs/."""
    reader = Reader()
    markdown = Markdown(extensions=[*extensions, reader], extension_configs={**extensions})
    reader.begin(path)
    html = markdown.convert(_without_front_matter(source))
    assert reader.outline is not None  # noqa: S101  (the reader has just run)
    return assemble(path, path, source, reader.outline, html)


def read_site(sources: Mapping[str, str], extensions: Extensions) -> Site:
    """Read all pages; `sources` has their texts by path."""
    return Site.of(read_page(path, source, extensions) for path, source in sources.items())


def _without_front_matter(source: str) -> str:
    match = FRONT_MATTER.match(source)
    return source[match.end() :] if match else source
