"""MkDocs events for what a published site needs beside its pages: rules, exports, policy, worker.

Without this hook the site builds as well, with everything woven in.
"""

from __future__ import annotations

from logging import INFO, WARNING, getLogger
from pathlib import Path
from typing import Any

from exam_notes.build import Build
from exam_notes.exports import EXPORTS
from exam_notes.exports.made import NOTHING, make
from exam_notes.lint.check import problems_of
from exam_notes.lint.circumstances import circumstances_of
from exam_notes.lint.rules.n060_settings import problems_with
from exam_notes.lint.settings_file import settings_file
from exam_notes.lint.view import RULE_LINKS, RULES
from exam_notes.publishing.downloads import downloads_of
from exam_notes.publishing.files import finish
from exam_notes.publishing.pages import PublishError
from exam_notes.reading.files import files_below, unread_below
from exam_notes.reading.settings import pages_in
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority


class Exported(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """What the exports of one build have made: pages tell its size before it is written."""

    def __init__(self) -> None:
        self.made = NOTHING


def on_config(config: MkDocsConfig) -> None:
    config.plugins["exam-notes-exports"] = Exported()
    build = _build(config)
    build.views += [RULES, RULE_LINKS]
    settings = settings_file(build.surroundings.root)
    if damage := [*map(str, problems_with(settings))] if settings else []:
        raise PluginError("\n".join(damage))


@event_priority(-50)  # after everything has been woven in
def on_env(_env: Any, /, *, config: MkDocsConfig, **_: Any) -> None:
    build = _build(config)
    docs = Path(config.docs_dir)
    paths = [*files_below(docs), *unread_below(docs)]
    navigation = pages_in(config.nav)
    circumstances = circumstances_of(build.surroundings, build.views, navigation, paths)
    for problem in problems_of(build.notes, circumstances):
        getLogger("mkdocs.exam_notes").log(INFO if problem.hint else WARNING, problem)
    made = _exported(config).made = make(build.notes, build.surroundings, EXPORTS)
    for sentence in made.said:
        getLogger("mkdocs.exam_notes").info(sentence)
    build.offer(downloads_of(made, build.surroundings))


def on_post_build(*, config: MkDocsConfig) -> None:
    build = _build(config)
    made = _exported(config).made
    try:
        finish(Path(config.site_dir), build.notes, build.surroundings, config.extra, made)
    except PublishError as error:
        raise PluginError(str(error)) from None


def _build(config: MkDocsConfig) -> Build:
    """Return the build that `hook.py` has begun."""
    if "exam-notes" not in config.plugins:
        raise PluginError("mkdocs.yml names no hooks/hook.py above hooks/publish.py; add it there.")
    return config.plugins["exam-notes"].build  # type: ignore[attr-defined,no-any-return]


def _exported(config: MkDocsConfig) -> Exported:
    return config.plugins["exam-notes-exports"]  # type: ignore[return-value]
