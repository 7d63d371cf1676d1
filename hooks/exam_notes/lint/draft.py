"""A page that is being mended: its text, and what the reader makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from exam_notes.lint.lines import Lines, locate
from exam_notes.paths import TERMS, service_slug
from exam_notes.reading.alone import read_page
from exam_notes.reading.page import Page
from exam_notes.reading.page_text import PageText
from exam_notes.reading.settings import Extensions


@dataclass(frozen=True)
class Draft:
    """The text of the page at `path` (below docs/); read only where a fix asks for it."""

    path: str
    source: str
    extensions: Extensions

    @property
    def slug(self) -> str:
        return service_slug(self.path)

    @property
    def is_terms(self) -> bool:
        return self.path == TERMS

    @cached_property
    def page(self) -> Page:
        return read_page(self.path, PageText(self.source), self.extensions)

    @cached_property
    def lines(self) -> Lines:
        return locate(self.source, self.page.outline)
