"""N061: The navigation names pages that are there, each once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.near import nearest
from exam_notes.lint.rule import Place, Rule
from exam_notes.lint.settings_file import SETTINGS, Entry
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    settings = inspection.circumstances.settings
    entries = settings.entries if settings else ()
    pages = [*inspection.notes.by_path]
    # What is named already would be named twice then.
    unnamed = {*pages} - {entry.page for entry in entries}
    for number, entry in enumerate(entries):
        fault = _fault(entry.page, pages, unnamed, entries[:number])
        if fault and not entry.page.startswith("https://"):
            yield RULE.at(SETTINGS, entry.line, page=entry.page, write=fault)


def _fault(
    page: str, pages: Sequence[str], unnamed: Collection[str], above: Sequence[Entry]
) -> str:
    first = next((entry.line for entry in above if entry.page == page), 0)
    if first:
        return f"which line {first} names too; keep one of them"
    if page in pages:
        return ""
    near = nearest(page, unnamed)
    ask = f"did you mean '{near}'?" if near else "name a page, or take the line away"
    return f"which is no page below docs/; {ask}"


RULE = Rule(
    code="N061",
    sentence="The navigation names pages that are there, each once.",
    why="Under `nav` in `mkdocs.yml`, where there is a page `docs/services/s3.md`.",
    place=Place.NAVIGATION,
    bad="- services/s3.md\n- services/s33.md",
    good="- services/s3.md",
    message="nav names '{page}', {write}",
    check=check,
)
