"""MkDocs events for what the notes are: reads every page, and weaves the index into all of them.

This is the whole small hook. Rules, exports, policy and worker are `publish.py`'s.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from exam_notes.build import Build
from exam_notes.reading.files import files_below, published_below
from exam_notes.reading.limits import limits_of
from exam_notes.reading.settings import review_days_in, sections_in
from exam_notes.refusal import busy_port, refusal
from exam_notes.surroundings import surroundings_of
from exam_notes.views.publication import facts_in
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import get_relative_url


class Process:
    """What lives as long as the process: hook modules are loaded once (mkdocs#3993)."""

    def __init__(self) -> None:
        self.serving = False
        self.has_port = False


PROCESS = Process()


class ExamNotes(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """One build: a new one for each rebuild of `mkdocs serve`."""

    def __init__(self, build: Build) -> None:
        self.build = build

    def on_files(self, files: Any, /, *, config: MkDocsConfig) -> None:
        """Take out what is no file of the notes: MkDocs would follow links, and wait for pipes."""
        docs = Path(config.docs_dir)
        published = {*published_below(docs, files_below(docs))}
        for file in [*files]:
            if file.src_dir == config.docs_dir and file.src_uri not in published:
                files.remove(file)

    def on_page_read_source(self, *, page: Page, **_: Any) -> str:
        return self.build.open(page.file.src_uri, page.file.content_bytes)

    def on_page_markdown(self, _markdown: str, /, *, page: Page, **_: Any) -> None:
        self.build.reader.begin(page.file.src_uri)

    def on_page_content(self, html: str, /, *, page: Page, **_: Any) -> None:
        self.build.add(page.file.src_uri, page.url, html)

    def on_env(self, env: Any, /, *, files: Any, **_: Any) -> None:
        for woven in self.build.weave(env, get_relative_url):
            page = files.src_uris[woven.path].page
            page.content = woven.html
            # Material prints it as it is: MkDocs escapes nothing by itself (mkdocs#1822).
            page.meta.setdefault("description", escape(woven.description))
            toc = page.toc.items[0].children if page.toc.items else page.toc.items
            for level, anchor, title in woven.headings:
                toc.append(AnchorLink(title, anchor, level - 1))
            page.present_anchor_ids |= woven.anchors
            for heading in toc if woven.flat else ():
                heading.children.clear()

    def on_build_error(self, *, error: Exception, **_: Any) -> None:
        """End with a sentence where the system refuses a file or a folder."""
        if isinstance(error, OSError):
            raise Abort(refusal(error)) from None

    def on_page_context(self, _context: Any, /, *, page: Page, **_: Any) -> None:
        page.content = self.build.complete(page.file.src_uri, page.content or "")


def on_startup(*, command: str, **_: Any) -> None:
    PROCESS.serving = command == "serve"


def _take_port(host: str, port: int) -> None:
    """End before the first build where `mkdocs serve` could not show it."""
    if PROCESS.serving and not PROCESS.has_port and (said := busy_port(host, port)):
        raise Abort(said)
    PROCESS.has_port = True


def on_config(config: MkDocsConfig) -> None:
    """Put a new build beside the configured plugins, and its reader beside the extensions."""
    _take_port(*config.dev_addr)
    root = Path(config.config_file_path).parent
    surroundings = surroundings_of(
        root, os.environ, serving=PROCESS.serving, site_url=config.site_url or ""
    )
    build = Build(surroundings, limits_of(config.extra.get("limits")))
    config.edit_uri = build.surroundings.edit_uri or config.edit_uri
    build.sections = sections_in(config.nav)
    build.review_days = review_days_in(config.extra, build.review_days)
    build.facts = facts_in(config.extra)
    config.markdown_extensions.append(build.reader)  # type: ignore[arg-type]  # names or instances
    config.plugins["exam-notes"] = ExamNotes(build)
