"""`sources`: looks whether the cited pages still stand, and still have their marks."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from exam_notes.commands.command import Command
from exam_notes.commands.project import Project
from exam_notes.lint.circumstances import SOURCES, cited_pages

if TYPE_CHECKING:
    from exam_notes.watch.fetch import Fetcher
    from exam_notes.watch.look import Look, Seen

CACHE = ".cache/sources"


def sources(project: Project, parsed: Namespace) -> int:
    """Ask every listed page; return 1 where one is gone, has moved or lost a mark, or none is read.

    What is not installed with the site is imported here, so that other commands do without.
    """
    from exam_notes.watch.look import State
    from exam_notes.watch.report import as_json, as_lines, citing

    seen = [*_seen(project, again=parsed.again)]
    print("\n".join(as_lines(seen, SOURCES)))
    if parsed.json:
        found = as_json(seen, citing(project.notes()))
        parsed.json.parent.mkdir(parents=True, exist_ok=True)
        parsed.json.write_text(json.dumps(found), "utf-8")
    states = {one.state for one in seen}
    none_read = State.UNREAD in states and not states & {State.SOUND, State.LOST}
    return int(none_read or any(state.is_finding for state in states))


def _seen(project: Project, *, again: bool) -> Iterator[Seen]:
    from rich.console import Console
    from rich.progress import track

    listed = cited_pages(project.root)
    pages = listed.pages if listed else ()
    look = _look(project, again=again)
    look.cache.keep_only(page.url for page in pages)
    console = Console(stderr=True)
    yield from track(look.all(pages), "Pages", total=len(pages), console=console)


def _look(project: Project, *, again: bool) -> Look:
    from exam_notes.watch.cache import Cache
    from exam_notes.watch.look import Look

    today = datetime.now(UTC).date().isoformat()
    return Look(fetcher(), Cache(project.root / CACHE), today, again=again)


def fetcher() -> Fetcher:
    """Return what asks AWS's documentation, one page a second."""
    from exam_notes.watch.fetch import Fetcher
    from exam_notes.watch.pace import Pace

    return Fetcher(pace=Pace())


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--again", action="store_true", help="ask what was read today, too")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write what was found")


COMMAND = Command("sources", "ask the cited pages for their marks", _arguments, sources)
