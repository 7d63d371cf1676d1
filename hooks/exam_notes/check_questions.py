"""Rules on one question at a time: what it asks, its options, the terms it touches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from exam_notes.located import Located
from exam_notes.model import Option, Problem, Question
from exam_notes.order import alphabetical
from exam_notes.site import Site
from exam_notes.source_lines import visible_lines, words_of

NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_OPENER = re.compile(r"\[![^\]]*\][-+]?")
_CHOOSE = re.compile(rf"\b(?:choose|select|pick) ({'|'.join(NUMBERS)})\b", re.IGNORECASE)


def question_problems(located: Located, site: Site) -> Iterator[Problem]:
    """N006, N007, N009, N010, N017, N022, N031, N033."""
    for outline, question, line in located.questions():
        yield from _choice(located, question, line)
        yield from _options(located, question)
        yield from _order(located, question)
        for text in outline.stray:
            if not _OPENER.match(text.lstrip("> ")):  # N008 tells of it
                at = _line_of_stray(located, text, line)
                yield located.problem("N022", at, text=text)
        if not site.index.terms.get(question.id):
            yield located.problem("N033", line, title=question.title.text)


def _line_of_stray(located: Located, text: str, heading: int) -> int:
    """Return the line on which a text begins that stands below the first option of a question."""
    first = next((o.line for o, _ in located.lines.openers if o.line > heading), heading)
    words = words_of(text)
    for number, line in visible_lines(located.page.source):
        forms = filter(None, (words_of(line), words_of(_OPENER.sub("", line))))
        if number > first and any(words.startswith(f) or words[:12] in f for f in forms):
            return number
    return located.line_of(text, first)


def _choice(located: Located, question: Question, line: int) -> Iterator[Problem]:
    correct = len(question.answers)
    asked = _CHOOSE.search(question.stem.text)
    if not correct:
        yield located.problem("N009", line, title=question.title.text)
    elif correct != (NUMBERS[asked[1].lower()] if asked else 1):
        word = next((word for word, number in NUMBERS.items() if number == correct), str(correct))
        found = f"the stem says '{asked[0]}'" if asked else "the stem asks for one option"
        write = f"end it with '**Choose {word}.**'" if correct > 1 else "ask for one"
        yield located.problem("N031", line, found=found, correct=str(correct), write=write)
    if len(question.options) == 1:
        yield located.problem("N010", line, title=question.title.text)


def _options(located: Located, question: Question) -> Iterator[Problem]:
    for option in question.options:
        at = located.lines.of_callout(option.anchor)
        if option.title.text in ("", option.verdict.capitalize()):
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
