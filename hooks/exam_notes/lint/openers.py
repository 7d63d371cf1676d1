"""What is wrong with a line that opens a callout. A line with several faults is told the first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import partial
from typing import NamedTuple

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.opener import KNOWN, Opener
from exam_notes.lint.page import Located
from exam_notes.lint.spacing import runs_on
from exam_notes.reading.kinds.services import CHANGE, OPTIONS, REMEMBER, SOURCES
from exam_notes.reading.outline import Callout

_INDENTED = re.compile(r" {4}| {0,3}\t")
_BLOCK_TITLE = re.compile(r"#{1,6}(?:\s|$)|[-*+]\s|\d+[.)]\s|>")


class Fault(NamedTuple):
    """The code of the rule that an opener breaks, its place, and what fills the message."""

    code: str
    path: str
    line: int
    found: dict[str, str]


def faults_of(inspection: Inspection, code: str) -> Iterator[Fault]:
    """Yield the faults of all openers that are told under `code`."""
    return (fault for fault in inspection.once(_faults) if fault.code == code)


def _faults(inspection: Inspection) -> tuple[Fault, ...]:
    return tuple(fault for located in inspection.pages for fault in _of_page(located))


def _of_page(located: Located) -> Iterator[Fault]:
    """N003, N008, N011, N039, N041: every opener of a callout ends in the model, or here."""
    lines = located.text_lines
    for opener, callout in located.lines.openers:
        if not (callout and callout.anchor) or opener.title.startswith(">"):
            yield from _fault(located, opener, callout)
        elif runs_on(opener.before, lines[opener.line : opener.line + 1]):
            below = " ".join([">"] * opener.before.count(">"))
            yield _told(located, opener.line, "N041", title=opener.title, write=below)
    for callout in located.lines.missed:
        if callout.kind not in KNOWN:
            yield _told(located, 1, "N003", kind=callout.kind, write=_nearest(callout.kind))


def _fault(located: Located, opener: Opener, callout: Callout | None) -> Iterator[Fault]:
    kind = opener.kind.lower()
    tell = partial(_told, located, opener.line)
    if kind not in KNOWN:
        yield tell("N003", kind=opener.kind, write=_nearest(kind))
    elif kind == SOURCES and callout and _is_direct(located, opener):
        yield tell("N039", title=opener.title)
    elif callout is None or (kind in OPTIONS and _in_question(located, opener)):
        fault, write = _why_unread(opener, kind)
        yield tell("N008", opener=opener.shown, fault=fault, write=write)
    elif kind in OPTIONS or (kind == CHANGE and _stands_alone(located, opener)):
        what = "change note" if kind == CHANGE else "option"
        yield tell("N011", kind=what, title=opener.title)


def _told(located: Located, line: int, code: str, **found: str) -> Fault:
    return Fault(code, located.path, line, found)


def _stands_alone(located: Located, opener: Opener) -> bool:
    """Tell whether a callout of a service page is in no other: that would be told alone."""
    return bool(located.slug) and opener.before.count(">") == 1


def _is_direct(located: Located, opener: Opener) -> bool:
    return _stands_alone(located, opener) and _in_question(located, opener)


def _in_question(located: Located, opener: Opener) -> bool:
    first = next((line for _, line in located.headings(2)), 0)
    return bool(located.page.outline.questions) and opener.line > first


def _nearest(kind: str) -> str:
    near = get_close_matches(kind.lower(), KNOWN, n=1, cutoff=0.5)
    return f"did you mean '{near[0]}'?" if near else f"write one of {', '.join(KNOWN)}"


def _why_unread(opener: Opener, kind: str) -> tuple[str, str]:
    """Return what keeps an opener from being read, the most telling reason first, and the cure."""
    folds = kind in (*OPTIONS, SOURCES, REMEMBER)
    # A change note may stand in an option; the others stand in nothing.
    signs = "> > " if kind == CHANGE and opener.before.count(">") > 1 else "> "
    form = f"write '{signs}[!{kind}]{'-' if folds else ''} ...'"
    if opener.damage:
        return opener.damage, form
    if _BLOCK_TITLE.match(opener.title):
        return "begins with a sign that makes a heading, a list or a quote", "begin with a word"
    if _INDENTED.match(opener.before):
        return "is indented, so it is code or part of a list", "begin its line with '> '"
    if ">" not in opener.before:
        return "has no '>' before it, so it is plain text", form
    if kind in OPTIONS and opener.mark != "-":
        return "is not closed at first", f"{form}, with '-'"
    if opener.before.strip() != ">":
        return "stands inside another callout or a list", "begin its line with one '> '"
    return "is swallowed by the text above it", "put an empty line before it"
