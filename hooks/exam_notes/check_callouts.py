"""Rules on callouts: known types, titles apart, and nothing that looks like an option unread."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from exam_notes.fix_spacing import runs_on
from exam_notes.located import Located
from exam_notes.model import Problem
from exam_notes.outline import Callout
from exam_notes.paths import service_slug
from exam_notes.service_page import CHANGE, OPTIONS, PLAIN, SOURCES
from exam_notes.source_lines import Opener

KNOWN = (*OPTIONS, CHANGE, SOURCES, *PLAIN)

_INDENTED = re.compile(r" {4}| {0,3}\t")
_BLOCK_TITLE = re.compile(r"#{1,6}(?:\s|$)|[-*+]\s|\d+[.)]\s|>")


def callout_problems(located: Located) -> Iterator[Problem]:
    """N003, N008, N011, N039, N041: every opener of a callout ends in the model, or here."""
    lines = located.page.source.split("\n")
    for opener, callout in located.lines.openers:
        if not (callout and callout.anchor) or opener.title.startswith(">"):
            yield from _opener_problem(located, opener, callout)
        elif runs_on(opener.before, lines[opener.line : opener.line + 1]):
            below = " ".join([">"] * opener.before.count(">"))
            yield located.problem("N041", opener.line, title=opener.title, write=below)
    for callout in located.lines.missed:
        if callout.kind not in KNOWN:
            yield located.problem("N003", 1, kind=callout.kind, write=_nearest(callout.kind))


def _opener_problem(located: Located, opener: Opener, callout: Callout | None) -> Iterator[Problem]:
    kind = opener.kind.lower()
    if kind not in KNOWN:
        yield located.problem("N003", opener.line, kind=opener.kind, write=_nearest(kind))
    elif kind == SOURCES and callout and _is_direct(located, opener):
        yield located.problem("N039", opener.line, title=opener.title)
    elif callout is None or (kind in OPTIONS and _in_question(located, opener)):
        fault, write = _why_unread(opener, kind)
        shown = f"[!{opener.kind}]{opener.mark} {opener.title}"
        yield located.problem("N008", opener.line, opener=shown, fault=fault, write=write)
    elif kind in OPTIONS or (kind == CHANGE and _stands_alone(located, opener)):
        what = "change note" if kind == CHANGE else "option"
        yield located.problem("N011", opener.line, kind=what, title=opener.title)


def _stands_alone(located: Located, opener: Opener) -> bool:
    """Tell whether a callout of a service page is in no other: that would be told alone."""
    return bool(service_slug(located.page.path)) and opener.before.count(">") == 1


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
    folds = kind in (*OPTIONS, SOURCES)
    form = f"write '> [!{kind}]{'-' if folds else ''} ...'"
    if opener.spaced:
        return "has a space in its brackets", form
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
