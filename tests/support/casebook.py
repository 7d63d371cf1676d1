"""The cases below tests/cases: small sites that break one rule, or nearly do.

A case is a folder of pages, with published-ids.txt, sources.yml, the `nav` of a mkdocs.yml and
files.txt (all that lies in docs/, a path a line) where they matter, or one file, which stands for
services/s3.md. Both lie over the valid site in tests/cases/base.
What is expected stands in the page itself, at its end, one problem a line:
`<!-- expect: 21 N003 the exact message -->`, with `&lt;` for `<` and `--&gt;` for `-->`; in YAML
and in a list of ids behind a `# `. Of a file that is not there, the path stands before the line:
`docs/index.md:1`. A case of N060 brings a whole mkdocs.yml, one of N064 is about all files.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from html import unescape
from pathlib import Path

import yaml
from exam_notes.index.notes import Notes
from exam_notes.lint.check import problems_of
from exam_notes.lint.circumstances import Circumstances
from exam_notes.lint.docs_files import DocsFile
from exam_notes.lint.settings_file import SettingsFile, read_settings_file
from exam_notes.lint.sources_file import read_sources
from exam_notes.lint.view import ALL_VIEWS
from exam_notes.model import Problem
from exam_notes.reading.published import read_published
from exam_notes.reading.settings import pages_in

from tests.support.notes import ROOT, site_of

CASES = ROOT / "tests/cases"
PAGE = "services/s3.md"
TODAY = date(2026, 11, 23)  # the day on which the cases are checked
# Some of what can be woven in: messages that list all of it do not change with every new view.
PLACED = ("services", "changes", "domains", "latest-changes", "download")
VIEWS = tuple(view for view in ALL_VIEWS if view.name in PLACED)
PUBLISHED = "published-ids.txt"
SOURCES = "sources.yml"
SETTINGS = "mkdocs.yml"
FILES = "files.txt"

_EXPECTED = re.compile(r"<!-- expect: (?:(\S+):)?(\d+) (N\d{3}) (.+) -->$", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """A case by its name; `files` has what it puts over the base, by path below docs/."""

    name: str
    files: dict[str, str]

    @property
    def code(self) -> str:
        return self.name[:4]

    @property
    def passes(self) -> bool:
        return "-nope-" in self.name

    @cached_property
    def site(self) -> Notes:
        own = {path: text for path, text in self.files.items() if path.endswith(".md")}
        return site_of({**BASE, **own})

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is found. Where the case does not say, every id is published."""
        pages = [*self.site.by_path] if self.code == "N064" else None
        anchors = (a for q in self.site.questions.values() for a in q.anchors)
        listed = self.files.get(FILES)
        published = self.files.get(PUBLISHED) or ("" if listed else "\n".join(anchors))
        cited = self.files.get(SOURCES)
        settings = yaml.safe_load(self.files.get(SETTINGS, "{}")) if not self.is_settings else {}
        circumstances = Circumstances(
            TODAY,
            read_published(f"docs/{PUBLISHED}", published),
            VIEWS,
            pages_in(settings.get("nav")),
            files=listed.split() if listed else pages,
            docs_files=[
                DocsFile(path, is_link=False, content=text.encode())
                for path, text in self.files.items()
                if path not in (PUBLISHED, SOURCES, SETTINGS, FILES)
            ],
            cited=None if cited is None else read_sources(f"docs/{SOURCES}", cited),
            settings=self.settings,
        )
        return problems_of(self.site, circumstances)

    @property
    def is_settings(self) -> bool:
        return self.code == "N060"

    @property
    def settings(self) -> SettingsFile | None:
        """The mkdocs.yml of the case; one that has a `nav` alone is not looked at as a whole."""
        if SETTINGS not in self.files:
            return None
        read = read_settings_file(self.files[SETTINGS].encode(), ROOT)
        return SettingsFile(read.faults, ()) if self.is_settings else SettingsFile((), read.entries)

    @property
    def expected(self) -> list[str]:
        """The problems that are expected, as they are printed."""
        shown = {_shown(path): text for path, text in self.files.items()}
        return [
            f"{other or path}:{line}: {code} {unescape(message)}"
            for path, text in sorted(shown.items())
            for other, line, code, message in _EXPECTED.findall(text)
        ]


def _shown(path: str) -> str:
    return path if path == SETTINGS else f"docs/{path}"


def all_cases() -> list[Case]:
    return [_case(path) for path in sorted(CASES.iterdir()) if path.name != "base"]


def _case(path: Path) -> Case:
    if path.is_dir():
        return Case(path.name, _files(path))
    return Case(path.stem, {PAGE: path.read_text("utf-8")})


def _files(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


BASE = _files(CASES / "base")
