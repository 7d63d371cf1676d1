"""docs/deck-times.tsv: when the content of each question last changed.

Anki takes over a note only where its time is newer than that of the note which a reader has, and
then overwrites it. So a note's time is the moment at which its content changed: no sooner, or a
change is lost; no later, or a reader's own edits are.

One line a question: its id, a fingerprint of its content, the time in UTC; separated by tabs. A
commit's time would not do: it is that of a whole page, and a checkout without history has none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from pathlib import Path
from posixpath import basename
from typing import NamedTuple

from exam_notes.model import Passage, Question
from exam_notes.portable import without_ids
from exam_notes.visible import is_absolute

PATH = "docs/deck-times.tsv"

_LINE = re.compile(r"([^\t]+)\t([0-9a-f]+)\t(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)")
_MARKUP = re.compile(r'</?span\b[^>]*>|\sclass="[^"]*"')
_ADDRESS = re.compile(r'\b(href|src)="([^"]*)"')


class Entry(NamedTuple):
    """What a line says: the fingerprint of a content, and since when it has been this."""

    fingerprint: str
    time: datetime


Times = Mapping[str, Entry]


def read_times(root: Path) -> Times:
    """Read the file of the project at `root`. A line in another form says nothing."""
    file = root / PATH
    text = file.read_text("utf-8", errors="replace") if file.is_file() else ""
    found = filter(None, map(_LINE.fullmatch, text.splitlines()))
    return {match[1]: Entry(match[2], datetime.fromisoformat(match[3])) for match in found}


def as_text(times: Times) -> str:
    """Return `times` in the form that `read_times` reads, sorted by id."""
    lines = (f"{id}\t{print}\t{time:%Y-%m-%dT%H:%M:%SZ}\n" for id, (print, time) in times.items())
    return "".join(sorted(lines))


def known(times: Times, id: str, fingerprint: str) -> bool:
    """Tell whether `times` has this content of `id`."""
    return id in times and times[id].fingerprint == fingerprint


def time_of(times: Times, id: str, fingerprint: str, now: datetime) -> datetime:
    """Return since when `id` has had this content: `now` where it is new, and never too early."""
    entry = times.get(id)
    if entry is None:
        return now
    if entry.fingerprint == fingerprint:
        return entry.time
    return max(now, entry.time + timedelta(seconds=1))


def at_midnight(day: date) -> datetime:
    """Return when `day` begins: the time of what is not listed yet, in a build of this day."""
    return datetime.combine(day, time(), UTC)


def fingerprint(question: Question) -> str:
    """Return a short hash of all that a note of the deck says of `question`.

    It is the same for each way of reading: addresses within the site count by their anchor or their
    file, and colours of code, which are another package's, count nothing.
    """
    parts: list[str] = [question.service, question.task, *question.skills, question.checked]
    parts += [_content(question.title), _content(question.stem)]
    for option in question.options:
        parts += [option.verdict.value, _content(option.title), _content(option.reason)]
    for change in question.changes:
        parts += [change.label, _content(change.body)]
    for source in question.sources:
        parts += [source.url, source.title, source.reason]
    return hash_of("\n".join(parts))


def hash_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]


def _content(passage: Passage) -> str:
    return _ADDRESS.sub(_same_everywhere, _MARKUP.sub("", without_ids(passage.html)))


def _same_everywhere(match: re.Match[str]) -> str:
    kind, address = match.groups()
    if is_absolute(address):
        return match[0]
    return address.partition("#")[2] if kind == "href" else basename(address)
