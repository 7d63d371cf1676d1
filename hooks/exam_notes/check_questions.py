"""Rules on one question at a time: its options, change notes and sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from exam_notes.assemble import CHANGE_TITLE, SOURCES_TITLE
from exam_notes.located import Located
from exam_notes.model import Change, Exam, Option, Problem, Question
from exam_notes.order import alphabetical
from exam_notes.text import links


def question_problems(located: Located, exam: Exam, last_day: date) -> Iterator[Problem]:
    """N006, N007, N009, N010, N012 to N017, N022."""
    for outline, question, line in located.questions():
        yield from _choice(located, question, line)
        yield from _options(located, question)
        yield from _order(located, question)
        if not question.sources:
            title = question.title.text
            yield located.problem("N012", line, title=title, exam=exam.code)
        for callout in outline.sources:
            at = located.lines.of_callout(callout.anchor)
            yield from _sources_title(located, callout.title, at, exam, last_day)
        for change in question.all_changes:
            yield from _change(located, change, last_day)
        for text in outline.stray:
            yield located.problem("N022", located.line_of(text[:20]), text=text)


def _choice(located: Located, question: Question, line: int) -> Iterator[Problem]:
    if not question.answers:
        yield located.problem("N009", line, title=question.title.text)
    if len(question.options) == 1:
        yield located.problem("N010", line, title=question.title.text)


def _options(located: Located, question: Question) -> Iterator[Problem]:
    for option in question.options:
        at = located.lines.of_callout(option.anchor)
        if option.title.text == option.verdict.capitalize():
            yield located.problem("N007", at, kind=option.verdict)
        if not _has_reason(option):
            yield located.problem("N006", at, option=option.title.text)


def _has_reason(option: Option) -> bool:
    """Tell whether an option says more than its change notes do."""
    notes = {line for c in option.changes for line in (c.label, *c.body.text.split("\n"))}
    return any(line not in notes for line in option.reason.text.split("\n") if line)


def _order(located: Located, question: Question) -> Iterator[Problem]:
    for before, option in pairwise(question.options):
        if alphabetical(option.title.text) < alphabetical(before.title.text):
            at = located.lines.of_callout(option.anchor)
            yield located.problem("N017", at, option=option.title.text, before=before.title.text)


def _sources_title(
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


def _change(located: Located, change: Change, last_day: date) -> Iterator[Problem]:
    at = located.lines.of_callout(change.anchor)
    dated = not change.date or _has_come(change.date, last_day)
    if not CHANGE_TITLE.fullmatch(change.label) or not dated:
        yield located.problem("N015", at, title=change.label)
    if not links(change.body.html):
        yield located.problem("N016", at, title=change.label)


def _is_day(text: str) -> bool:
    return re.fullmatch(r"\d{4}-\d\d-\d\d", text) is not None


def _has_come(text: str, last_day: date) -> bool:
    """Tell whether a day, month or year (ISO) exists and has begun by `last_day`."""
    try:
        return date.fromisoformat((text + "-01-01")[:10]) <= last_day
    except ValueError:
        return False
