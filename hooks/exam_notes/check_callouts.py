"""Rules on callouts: known types, and nothing that looks like an option goes unread."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from exam_notes.located import Located
from exam_notes.model import Problem
from exam_notes.outline import Callout
from exam_notes.paths import service_slug
from exam_notes.service_page import CHANGE, OPTIONS, SOURCES
from exam_notes.source_lines import Opener

PLAIN = ("note", "tip", "info", "example")
KNOWN = (*OPTIONS, CHANGE, SOURCES, *PLAIN)

_BLOCK_TITLE = re.compile(r"#{1,6}(?:\s|$)|[-*+]\s|\d+[.)]\s|>")


def callout_problems(located: Located) -> Iterator[Problem]:
    """N003, N008, N011: every opener of a callout ends in the model, or here."""
    first_question = next((line for _, line in located.headings(2)), 0)
    for opener, callout in located.lines.openers:
        if callout and callout.anchor:
            continue
        in_question = bool(located.page.outline.questions) and opener.line > first_question
        yield from _opener_problem(located, opener, callout, in_question)
    for callout in located.lines.missed:
        if callout.kind not in KNOWN:
            yield located.problem("N003", 1, _unknown(callout.kind))


def _opener_problem(
    located: Located, opener: Opener, callout: Callout | None, in_question: bool
) -> Iterator[Problem]:
    kind = opener.kind.lower()
    if kind not in KNOWN:
        yield located.problem("N003", opener.line, _unknown(opener.kind))
    elif callout is None or (kind in OPTIONS and in_question):
        yield located.problem("N008", opener.line, _not_read(opener, kind))
    elif kind in OPTIONS or (kind == CHANGE and service_slug(located.page.path)):
        yield located.problem("N011", opener.line, _outside(opener, kind))


def _unknown(kind: str) -> str:
    near = get_close_matches(kind.lower(), KNOWN, n=1, cutoff=0.5)
    hint = f"did you mean '{near[0]}'?" if near else f"write one of {', '.join(KNOWN)}"
    return f"unknown callout '{kind}'; {hint}"


def _not_read(opener: Opener, kind: str) -> str:
    """Tell what keeps an opener from being read, most telling reason first."""
    written = f"'[!{opener.kind}]{opener.mark} {_short(opener.title)}'"
    mark = "-" if kind in (*OPTIONS, SOURCES) else opener.mark
    form = f"'> [!{kind}]{mark} ...'"
    if opener.spaced:
        return f"{written} has a space in its brackets; write {form}"
    if _BLOCK_TITLE.match(opener.title):
        return f"{written} begins with a sign that makes a heading or a list; begin with a word"
    if opener.before.count(">") == 0:
        return f"{written} has no '>' before it, so it is plain text; write {form}"
    if kind in OPTIONS and opener.mark != "-":
        return f"{written} does not fold; write {form}, with '-'"
    if opener.before.strip() not in (">", ""):
        return f"{written} stands inside another callout or a list; begin its line with '> ', after an empty line"
    return f"{written} is swallowed by the text above; put an empty line before it"


def _outside(opener: Opener, kind: str) -> str:
    what = "change note" if kind == CHANGE else "option"
    return (
        f"{what} '{_short(opener.title)}' stands outside a question; "
        "move it below a heading '## Title { #id }' of a page under docs/services/"
    )


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
