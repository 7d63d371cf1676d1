"""The project on disk, for commands that work without MkDocs."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from exam_notes.index.notes import Notes
from exam_notes.lint.check import problems_of
from exam_notes.lint.circumstances import circumstances_of
from exam_notes.lint.rules.n060_settings import problems_with
from exam_notes.lint.settings_file import settings_file
from exam_notes.lint.view import ALL_VIEWS
from exam_notes.model import Problem
from exam_notes.reading.alone import read_page
from exam_notes.reading.files import files_below, pages_below, unread_below
from exam_notes.reading.page_text import PageText, read_page_text
from exam_notes.reading.published import Aliases, published_ids
from exam_notes.reading.settings import Extensions, Settings, read_settings
from exam_notes.surroundings import surroundings_of


def read_notes(
    sources: Mapping[str, PageText], extensions: Extensions, aliases: Aliases | None = None
) -> Notes:
    """Read all pages, given by their path below docs/."""
    return Notes.of(
        read_page(path, source, extensions, aliases) for path, source in sources.items()
    )


@dataclass(frozen=True)
class Project:
    """The folder that holds mkdocs.yml and docs/."""

    root: Path

    @cached_property
    def settings(self) -> Settings:
        return read_settings((self.root / "mkdocs.yml").read_bytes().decode("utf-8-sig"))

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    @cached_property
    def files(self) -> tuple[str, ...]:
        """The files that a build looks at, by their paths below docs/."""
        return tuple(files_below(self.docs))

    def sources(self) -> dict[str, PageText]:
        """Read every page, by its path below docs/."""
        limits = self.settings.limits
        return {
            path: read_page_text((self.docs / path).read_bytes(), limits)
            for path in pages_below(self.docs, self.files)
        }

    def notes(self) -> Notes:
        aliases = published_ids(self.root).aliases
        return read_notes(self.sources(), self.settings.extensions, aliases)

    def damage(self) -> tuple[Problem, ...]:
        """Return the problems of mkdocs.yml that keep the notes from being read."""
        settings = settings_file(self.root)
        return tuple(problems_with(settings)) if settings else ()

    def problems(self) -> tuple[Problem, ...]:
        """Return every problem and hint of the notes, sorted; those of mkdocs.yml come alone."""
        if damage := self.damage():
            return damage
        surroundings = surroundings_of(self.root, os.environ)
        circumstances = circumstances_of(
            surroundings,
            ALL_VIEWS,
            self.settings.navigation,
            [*self.files, *unread_below(self.docs)],
        )
        return problems_of(self.notes(), circumstances)
