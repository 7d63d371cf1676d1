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
from exam_notes.outline import QuestionOutline
from exam_notes.text import links

SOURCES_FORM = "'> [!quote]- Sources, checked 2026-11-23, {exam} 1.1'"
CHANGE_FORMS = "'Changed 2020-12-01', 'Changed 2020-12', 'Changed 2020', 'Changed by 2020-12-01', 'Changed', 'Never right'"


def question_problems(located: Located, exam: Exam, last_day: date) -> Iterator[Problem]:
    """N006 to N010, N012 to N017, N022."""
    for outline, question, line in located.questions():
        yield from _options(located, question, line)
        yield from _order(located, question)
        yield from _sources(located, outline, question, line, exam, last_day)
        for change in question.all_changes:
            yield from _change(located, change, last_day)
        for text in outline.stray:
            at = located.line_of(text.split("\n")[0][:30])
            yield located.problem(
                "N022",
                at,
                f"'{text[:40]}' stands between the callouts; begin its line with '> ', or move it above the first option",
            )


def _options(located: Located, question: Question, line: int) -> Iterator[Problem]:
    if not question.answers:
        yield located.problem(
            "N009",
            line,
            f"'{question.title.text}' has no correct option; make one '> [!success]- ...'",
        )
    if len(question.options) == 1:
        yield located.problem(
            "N010", line, f"'{question.title.text}' has one option; write two or more"
        )
    for option in question.options:
        at = located.lines.of_callout(option.anchor)
        if option.title.text == option.verdict.capitalize():
            yield located.problem(
                "N007", at, f"option without a text; write '> [!{option.verdict}]- What to choose'"
            )
        if not _has_reason(option):
            yield located.problem(
                "N006",
                at,
                f"option '{option.title.text[:40]}' has no reason; write why it is right or wrong below it, each line with '> '",
            )


def _has_reason(option: Option) -> bool:
    """A change note alone is no reason."""
    notes = {line for c in option.changes for line in (c.label, *c.body.text.split("\n"))}
    return any(line not in notes for line in option.reason.text.split("\n") if line)


def _order(located: Located, question: Question) -> Iterator[Problem]:
    for before, option in pairwise(question.options):
        if alphabetical(option.title.text) < alphabetical(before.title.text):
            at = located.lines.of_callout(option.anchor)
            yield located.problem(
                "N017",
                at,
                f"option '{option.title.text[:40]}' stands after '{before.title.text[:40]}'; move it up to its alphabetical place",
            )


def _sources(
    located: Located,
    outline: QuestionOutline,
    question: Question,
    line: int,
    exam: Exam,
    last_day: date,
) -> Iterator[Problem]:
    form = SOURCES_FORM.format(exam=exam.code)
    if not question.sources:
        yield located.problem(
            "N012",
            line,
            f"'{question.title.text}' has no sources; end it with {form} and a list of links below",
        )
    for callout in outline.sources:
        at = located.lines.of_callout(callout.anchor)
        title = SOURCES_TITLE.fullmatch(callout.title)
        if not title or not _is_day(title["checked"]) or not _has_come(title["checked"], last_day):
            yield located.problem(
                "N013", at, f"'{callout.title}' names no day up to {last_day}; write {form}"
            )
        if not title or title["task"] not in {f"{exam.code} {task.number}" for task in exam.tasks}:
            tasks = ", ".join(task.number for task in exam.tasks)
            yield located.problem(
                "N014",
                at,
                f"'{callout.title}' names no task of the exam; end it with '{exam.code}' and one of {tasks}",
            )


def _change(located: Located, change: Change, last_day: date) -> Iterator[Problem]:
    at = located.lines.of_callout(change.anchor)
    if not CHANGE_TITLE.fullmatch(change.label) or (
        change.date and not _has_come(change.date, last_day)
    ):
        yield located.problem(
            "N015", at, f"change note '{change.label[:40]}'; write one of {CHANGE_FORMS}"
        )
    if not links(change.body.html):
        yield located.problem(
            "N016",
            at,
            f"change note '{change.label[:40]}' has no link; end it with '([title](https://docs.aws.amazon.com/...))'",
        )


def _is_day(text: str) -> bool:
    return re.fullmatch(r"\d{4}-\d\d-\d\d", text) is not None


def _has_come(text: str, last_day: date) -> bool:
    """Tell whether a day, month or year (ISO) exists and has begun by `last_day`."""
    try:
        return date.fromisoformat((text + "-01-01")[:10]) <= last_day
    except ValueError:
        return False
