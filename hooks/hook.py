"""MkDocs events and nothing else: the only file that knows MkDocs. The logic is `exam_notes`."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

from exam_notes.build import Build, is_published
from exam_notes.reader import Reader
from exam_notes.weave import Woven
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import get_relative_url, write_file


class ExamNotes(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """One build. Hook modules live as long as `mkdocs serve` (mkdocs#3993), so state lives here."""

    def __init__(self, build: Build) -> None:
        self.build = build

    def on_page_markdown(self, _markdown: str, /, *, page: Page, **_: Any) -> None:
        self.build.reader.begin(page.file.src_uri)

    def on_page_content(self, html: str, /, *, page: Page, **_: Any) -> None:
        self.build.add(page.file.src_uri, page.url, page.file.content_string, html)

    def on_env(self, env: Any, /, *, files: Files, **_: Any) -> None:
        for file in [file for file in files if not is_published(file.src_uri)]:
            files.remove(file)
        for woven in self.build.weave(env, get_relative_url):
            _update(files.src_uris[woven.path].page, woven)  # type: ignore[arg-type]
        for problem in self.build.problems():
            level = logging.INFO if problem.hint else logging.WARNING
            logging.getLogger("mkdocs.exam_notes").log(level, problem)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        for name, content in self.build.exports():
            write_file(content, str(Path(config.site_dir, name)))


def _update(page: Page, woven: Woven) -> None:
    """Give a page its woven text, and make the headings in it known to toc and validation."""
    page.content = woven.html
    page.meta.setdefault("description", woven.description)
    links = [AnchorLink(h.title, h.anchor, h.level - 1) for h in woven.headings]
    (page.toc.items[0].children if page.toc.items else page.toc.items).extend(links)
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *(link.id for link in links)}


def on_config(config: MkDocsConfig) -> None:
    """Put a new build beside the configured plugins, and its reader beside the extensions."""
    build = Build(Reader(), Path(config.config_file_path).parent, os.environ, config.nav)
    config.edit_uri = build.edit_uri or config.edit_uri
    config.markdown_extensions.append(build.reader)  # type: ignore[arg-type]  # names or instances
    config.plugins["exam-notes"] = ExamNotes(build)
