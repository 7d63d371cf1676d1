"""MkDocs events and nothing else: the only file that knows MkDocs. The logic is `exam_notes`."""

from __future__ import annotations

import os
from logging import INFO, WARNING, getLogger
from pathlib import Path
from typing import Any

from exam_notes.build import Build
from exam_notes.publish import PublishError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import get_relative_url


class ExamNotes(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """One build. Hook modules live as long as `mkdocs serve` (mkdocs#3993), so state lives here."""

    def __init__(self, build: Build) -> None:
        self.build = build

    def on_page_markdown(self, _markdown: str, /, *, page: Page, **_: Any) -> None:
        self.build.reader.begin(page.file.src_uri)

    def on_page_content(self, html: str, /, *, page: Page, **_: Any) -> None:
        self.build.add(page.file.src_uri, page.url, page.file.content_string, html)

    def on_env(self, env: Any, /, *, files: Any, **_: Any) -> None:
        for woven in self.build.weave(env, get_relative_url):
            page = files.src_uris[woven.path].page
            page.content = woven.html
            page.meta.setdefault("description", woven.description)
            toc = page.toc.items[0].children if page.toc.items else page.toc.items
            for level, anchor, title in woven.headings:
                toc.append(AnchorLink(title, anchor, level - 1))
                page.present_anchor_ids.add(anchor)
            for heading in toc if woven.flat else ():
                heading.children.clear()
        for problem in self.build.problems():
            getLogger("mkdocs.exam_notes").log(INFO if problem.hint else WARNING, problem)

    def on_page_context(self, _context: Any, /, *, page: Page, **_: Any) -> None:
        page.content = self.build.complete(page.file.src_uri, page.content or "")

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        try:
            self.build.finish(Path(config.site_dir), config.extra)
        except PublishError as error:
            raise PluginError(str(error)) from None


def on_startup(*, command: str, **_: Any) -> None:
    Build.serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Put a new build beside the configured plugins, and its reader beside the extensions."""
    build = Build(Path(config.config_file_path).parent, os.environ, config.nav)
    config.edit_uri = build.edit_uri or config.edit_uri
    config.markdown_extensions.append(build.reader)  # type: ignore[arg-type]  # names or instances
    config.plugins["exam-notes"] = ExamNotes(build)
