"""A small site with this one's settings, hooks and theme, to be damaged and built in-process."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from tests.support.builds import copy_project
from tests.support.casebook import BASE
from tests.support.notes import ROOT, site_of

NAV = """nav:
  - Home: index.md
  - Services:
      - Storage:
          - services/s3.md
  - Terms: terms.md
  - Exam: exam.md

"""
OURS = "mkdocs.exam_notes"
# What exports say beside problems: it has no line, and `make check` makes no exports.
SAID_BY_EXPORTS = "docs/deck-times.tsv is behind"


def small_site(target: Path) -> Path:
    """Write the site of the cases into `target`, with our settings; return its mkdocs.yml."""
    config = copy_project(target)
    docs = target / "docs"
    for folder in ("services", "print"):
        shutil.rmtree(docs / folder)
    for page in [*docs.glob("*.md"), docs / "sources.yml", docs / "deck-times.tsv"]:
        page.unlink()
    shutil.copytree(ROOT / "tests/cases/base", docs, dirs_exist_ok=True)
    (docs / "index.md").write_text("# Home\n\nWelcome.\n", "utf-8")
    anchors = (anchor for q in site_of(BASE).questions.values() for anchor in q.anchors)
    (docs / "published-ids.txt").write_text("\n".join(anchors) + "\n", "utf-8")
    text = config.read_text("utf-8")
    above, below = text.split("nav:\n")[0], text[text.index("validation:\n") :]
    config.write_text(above + NAV + below, "utf-8")
    return config


@dataclass
class Said(logging.Handler):
    """What a build has said: problems in our words, and warnings in those of MkDocs."""

    problems: set[str] = field(default_factory=set)
    warnings: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    __hash__ = logging.Handler.__hash__

    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        if record.name == OURS and not text.startswith(SAID_BY_EXPORTS):
            self.problems.add(text)
        elif record.name != OURS and record.levelno >= logging.WARNING:
            self.warnings.append(text)


@contextmanager
def listening() -> Iterator[Said]:
    log, said = logging.getLogger("mkdocs"), Said()
    level = log.level
    log.addHandler(said)
    log.setLevel(logging.INFO)
    try:
        yield said
    finally:
        log.removeHandler(said)
        log.setLevel(level)


def built(config: Path) -> Said:
    """Build a site as `mkdocs build` does, without a process of its own; return what it says.

    What ends a build with a sentence is told; a traceback would go through.
    """
    with listening() as said:
        try:
            loaded = load_config(str(config), site_dir=str(config.parent / "site"))
            loaded.plugins.on_startup(command="build", dirty=False)
            build(loaded)
        except (Abort, ConfigurationError) as error:
            said.warnings.append(str(error))
    return said
