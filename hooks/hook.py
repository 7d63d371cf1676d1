"""MkDocs events and nothing else: the only file that knows MkDocs. The logic is `exam_notes`."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

from exam_notes.build import Build
from exam_notes.reader import Reader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import get_relative_url, write_file

log = logging.getLogger("mkdocs.exam_notes")


class ExamNotes(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """One build. Hook modules live as long as `mkdocs serve` (mkdocs#3993), so state lives here."""

    def __init__(self, reader: Reader, root: Path) -> None:
        self.build = Build(reader, root)

    def on_page_markdown(self, _markdown: str, /, *, page: Page, **_: Any) -> None:
        self.build.reader.begin(page.file.src_uri)

    def on_page_content(self, html: str, /, *, page: Page, **_: Any) -> None:
        self.build.add(page.file.src_uri, page.url, page.file.content_string, html)

    def on_env(self, env: Any, /, *, files: Files, **_: Any) -> None:
        pages = {file.src_uri: file.page for file in files.documentation_pages() if file.page}
        for path, html, headings in self.build.weave(env, get_relative_url):
            pages[path].content = html
            for heading in headings:
                _add_heading(
                    pages[path], AnchorLink(heading.title, heading.anchor, heading.level - 1)
                )
        for problem in self.build.problems():
            log.log(logging.INFO if problem.hint else logging.WARNING, problem)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        for name, content in self.build.exports():
            write_file(content, str(Path(config.site_dir, name)))


def _add_heading(page: Page, link: AnchorLink) -> None:
    """Make a woven heading known to the table of contents and to MkDocs' check of anchors."""
    siblings = page.toc.items[0].children if page.toc.items else page.toc.items
    siblings.append(link)
    page.present_anchor_ids = (page.present_anchor_ids or set()) | {link.id}


def on_config(config: MkDocsConfig) -> None:
    """Put a new build beside the configured plugins, and its reader beside the extensions."""
    reader = Reader()
    config.markdown_extensions.append(reader)  # type: ignore[arg-type]  # names or instances
    config.plugins["exam-notes"] = ExamNotes(reader, Path(config.config_file_path).parent)
    if repository := os.environ.get("REPOSITORY_URL", "").strip().rstrip("/"):
        config.edit_uri = f"{repository}/edit/{os.environ.get('REPOSITORY_BRANCH') or 'main'}/docs/"
        config.extra["repository"] = repository
