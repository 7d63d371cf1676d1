"""The project on disk, for commands that work without MkDocs."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from exam_notes.build import last_day, published_ids
from exam_notes.check import Circumstances, problems_of
from exam_notes.model import Problem
from exam_notes.settings import Settings, read_settings
from exam_notes.site import Site
from exam_notes.standalone import read_site
from exam_notes.weave import AUTHORS_SLOTS


@dataclass(frozen=True)
class Project:
    """The folder that holds mkdocs.yml and docs/."""

    root: Path

    @cached_property
    def settings(self) -> Settings:
        return read_settings((self.root / "mkdocs.yml").read_text("utf-8"))

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    def sources(self) -> dict[str, str]:
        """Read every page: its text by its path below docs/."""
        pages = sorted(self.docs.rglob("*.md"))
        return {page.relative_to(self.docs).as_posix(): page.read_text("utf-8") for page in pages}

    def site(self, sources: dict[str, str]) -> Site:
        return read_site(sources, self.settings.extensions)

    def problems(self) -> tuple[Problem, ...]:
        """Return every problem and hint of the notes, sorted."""
        circumstances = Circumstances(
            last_day(os.environ),
            published_ids(self.root),
            AUTHORS_SLOTS,
            self.settings.navigation,
        )
        return problems_of(self.site(self.sources()), circumstances)
