"""One build from its first page to its exports, without MkDocs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from shutil import copyfile, rmtree
from typing import Any

from jinja2 import Environment, Template

from exam_notes.assemble import Page, assemble
from exam_notes.check import Circumstances, problems_of
from exam_notes.export import notes_json
from exam_notes.model import Problem
from exam_notes.practice_data import BUNDLE, SCRIPTS, SWITCH, bare, bundle, practice_files
from exam_notes.publication import Download, Publication
from exam_notes.publish import add_policy, add_service_worker, complete_search, remove_unread
from exam_notes.published import PublishedIds, read_published
from exam_notes.reader import Reader
from exam_notes.settings import pages_in
from exam_notes.site import Site
from exam_notes.weave import AUTHORS_SLOTS, Relative, Render, Weaver, Woven

PUBLISHED = "tests/published-ids.txt"


class Build:
    """Collects pages with `add`, then answers for the whole site. Used once."""

    # Of the process, not of a build: whether it is `mkdocs serve`.
    serving = False

    def __init__(self, root: Path, environment: Mapping[str, str], navigation: Any = None) -> None:
        self.reader = Reader()
        self.root = root
        self.environment = environment
        self.navigation = pages_in(navigation)
        self.pages: list[Page] = []
        self.site = Site(())

    def add(self, path: str, url: str, source: str, html: str) -> None:
        """Take the page that `reader` has just read, with its source and its rendered HTML."""
        self.pages.append(assemble(path, url, source, self.reader.outline, html))

    @property
    def repository(self) -> str:
        """The address of the repository on the web, "" where it is not known."""
        return self.environment.get("REPOSITORY_URL", "").strip().rstrip("/")

    @property
    def edit_uri(self) -> str:
        """Where a page's source is edited on the web: this, then its path below docs/."""
        branch = self.environment.get("REPOSITORY_BRANCH", "").strip() or "main"
        return f"{self.repository}/edit/{branch}/docs/" if self.repository else ""

    def weave(self, templates: Environment, relative: Relative) -> Iterator[Woven]:
        """Yield every page with what is woven into it, now that all pages are known."""
        self.site = Site.of(self.pages)
        publication = Publication(self.repository, self._download())
        self.weaver = Weaver(self.site, _renderer(templates), relative, publication)
        return map(self.weaver.weave, self.site.pages)

    def complete(self, path: str, html: str) -> str:
        """Return the HTML of a woven page with what the search need not see."""
        page = self.site.by_path.get(path)
        return self.weaver.complete(page, html) if page else html

    @property
    def offline_copy(self) -> Path | None:
        """The packed offline copy to publish with the site, where there is one."""
        path = self.environment.get("OFFLINE_COPY", "").strip()
        return self.root / path if path and (self.root / path).is_file() else None

    def _add_practice(self, site: Path) -> None:
        """Write what practising loads, and the scripts as one file in place of their sources."""
        sources = sorted((site / SCRIPTS).glob("*.js"))
        if not sources:
            return
        code = bundle({file.name: file.read_text("utf-8") for file in sources})
        (site / BUNDLE).write_bytes(code.encode())
        (site / SWITCH).write_text(bare((site / SWITCH).read_text("utf-8")), "utf-8")
        rmtree(site / SCRIPTS)
        for path, content in practice_files(self.site, published_ids(self.root).entries):
            (site / path).parent.mkdir(exist_ok=True)
            (site / path).write_bytes(content)

    def _download(self) -> Download | None:
        if not (file := self.offline_copy):
            return None
        day = last_day(self.environment) - timedelta(days=1)
        return Download(f"downloads/{file.name}", file.stat().st_size, day.isoformat())

    def problems(self) -> tuple[Problem, ...]:
        """Return every problem and hint of the site that was woven, sorted."""
        circumstances = Circumstances(
            last_day(self.environment), published_ids(self.root), AUTHORS_SLOTS, self.navigation
        )
        return problems_of(self.site, circumstances)

    def finish(self, site: Path, extra: Mapping[str, Any]) -> None:
        """Complete the files in `site`. `extra` has the switches of mkdocs.yml.

        `web` stands for a site that is served, as opposed to the copy that is opened from disk.
        While `mkdocs serve` runs there is neither policy nor worker: live reload needs an inline
        script and new pages at once.
        """
        (site / "notes.json").write_bytes(notes_json(self.site))
        remove_unread(site)
        complete_search(site, self.site)
        self._add_practice(site)
        if self.offline_copy and (download := self._download()):
            (site / download.url).parent.mkdir()
            copyfile(self.offline_copy, site / download.url)
        if extra.get("web") and not Build.serving:
            add_policy(site)
            add_service_worker(site, keeps=bool(extra.get("offline_cache", True)))


def published_ids(root: Path) -> PublishedIds:
    """Read the published ids of the project at `root`; none where it has no such file."""
    file = root / PUBLISHED
    return read_published(PUBLISHED, file.read_text("utf-8") if file.exists() else "")


def last_day(environment: Mapping[str, str]) -> date:
    """Return the last day a note may name: today (SOURCE_DATE_EPOCH or UTC) and one more."""
    epoch = environment.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return now.date() + timedelta(days=1)


def _renderer(environment: Environment) -> Render:
    """Return a function that renders our partials, in which everything but `Markup` is escaped."""
    escaping = environment.overlay(autoescape=True)

    @cache
    def template(name: str) -> Template:
        return escaping.get_template(f"partials/notes/{name}.html")

    return lambda name, context: template(name).render(context)
