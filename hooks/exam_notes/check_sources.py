"""Rules on what a question rests on: its sources, the day they were checked, its change notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from exam_notes.assemble import CHANGE_TITLE, SOURCES_TITLE, source_items
from exam_notes.located import Located
from exam_notes.markers import Slot
from exam_notes.model import Change, Exam, Problem, Question
from exam_notes.text import links, plain

_LIST = re.compile(r"<([uo]l)>.*</\1>", re.DOTALL)
AWS_DOCUMENTATION = "https://docs.aws.amazon.com/"


def source_problems(located: Located, exam: Exam, last_day: date) -> Iterator[Problem]:
    """N012 to N016, N036, N037, N040."""
    for outline, question, line in located.questions():
        for callout in outline.sources:
            at = located.lines.of_callout(callout.anchor)
            yield from _title(located, callout.title, at, exam, last_day)
            yield from _list(located, question, at)
        if not question.sources:
            yield located.problem("N012", line, title=question.title.text, exam=exam.code)
        for change in question.all_changes:
            yield from _change(located, change, question.checked, last_day)


def _title(
    located: Located, title: str, line: int, exam: Exam, last_day: date
) -> Iterator[Problem]:
    """N013, N014. A title in another form names neither a day nor a task."""
    match = SOURCES_TITLE.fullmatch(title)
    checked, task = (match["checked"], match["task"]) if match else ("", "")
    if not _is_day(checked) or not _has_come(checked, last_day):
        day = last_day.isoformat()
        yield located.problem("N013", line, title=title, last_day=day, exam=exam.code)
    if task not in {f"{exam.code} {known.number}" for known in exam.tasks}:
        tasks = ", ".join(known.number for known in exam.tasks)
        yield located.problem("N014", line, title=title, exam=exam.code, tasks=tasks)


def _list(located: Located, question: Question, line: int) -> Iterator[Problem]:
    html = located.page.cut.fragments.get(Slot("sources", question.id), "")
    for item, fault in _faulty_items(html) if question.sources else ():  # N012 tells of none
        start = next((address for address, _ in links(item)), plain(item))
        yield located.problem("N040", located.line_of(start, line), item=plain(item), fault=fault)
    for source in question.sources:
        if not source.url.startswith(AWS_DOCUMENTATION) and not source.reason:
            at = located.line_of(source.url, line)
            yield located.problem("N036", at, address=source.url)


def _faulty_items(html: str) -> Iterator[tuple[str, str]]:
    """Yield what is no source in a list of sources, and why."""
    outside = _LIST.sub("", html)
    if plain(outside):
        yield outside, "stands outside the list"
    for item in source_items(html):
        if (number := len(links(item))) != 1:
            yield item, f"has {number or 'no'} link{'s' if number else ''}"


def _change(located: Located, change: Change, checked: str, last_day: date) -> Iterator[Problem]:
    at = located.lines.of_callout(change.anchor)
    dated = not change.date or _has_come(change.date, last_day)
    if not CHANGE_TITLE.fullmatch(change.label) or not dated:
        yield located.problem("N015", at, title=change.label)
    if not links(change.body.html):
        yield located.problem("N016", at, title=change.label)
    if _is_day(checked) and checked < change.date:
        yield located.problem("N037", at, checked=checked, title=change.label)


def _is_day(text: str) -> bool:
    return re.fullmatch(r"\d{4}-\d\d-\d\d", text) is not None


def _has_come(text: str, last_day: date) -> bool:
    """Tell whether a day, month or year (ISO) exists and has begun by `last_day`."""
    try:
        return date.fromisoformat((text + "-01-01")[:10]) <= last_day
    except ValueError:
        return False
