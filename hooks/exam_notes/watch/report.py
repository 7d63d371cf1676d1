"""What a look at the pages found, as lines for people and as a small JSON for the watch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from exam_notes.index.notes import Notes
from exam_notes.lint.sources_file import without_fragment
from exam_notes.watch.look import NOT_ASKED, Seen, State

FORMAT = 1
_LONGEST = 200


def citing(notes: Notes) -> dict[str, list[str]]:
    """Return, for each address, the ids of the questions whose page links to it, sorted."""
    found: dict[str, set[str]] = {}
    for page in notes.pages:
        for question in page.questions:
            for source in question.sources:
                found.setdefault(without_fragment(source.url), set()).add(question.id)
    return {url: sorted(ids) for url, ids in found.items()}


def as_lines(seen: Sequence[Seen], path: str) -> Iterator[str]:
    """Yield a line for each page that is not as it was, and one that counts all."""
    for one in seen:
        if one.state not in (State.SOUND, State.ELSEWHERE) and one.why != NOT_ASKED:
            yield f"{path}:{one.page.line}: {one.state} {one.page.url}{_more(one)}"
    counts = Counter(one.state for one in seen)
    rest = sum(one.why == NOT_ASKED for one in seen)
    counted = [f"{counts[state]} {state}" for state in State if counts[state]]
    yield ", ".join([*counted, *([f"{rest} of these {NOT_ASKED}"] if rest else [])])


def _more(seen: Seen) -> str:
    marks = ", ".join(f"'{mark}'" for mark in seen.marks)
    shown = (marks, f"to {clean(seen.to)}" if seen.to else "", clean(seen.why))
    return "".join(f": {text}" for text in shown if text)


def clean(text: str) -> str:
    """Return what a host sent, cut and without signs that a terminal would obey."""
    return "".join(sign if sign.isprintable() else "?" for sign in text[:_LONGEST])


def as_json(seen: Sequence[Seen], questions: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Return what was found, without the pages that are as they were."""
    told = (one for one in seen if one.state.is_finding)
    counts = Counter(one.state for one in seen)
    return {
        "format": FORMAT,
        "counts": {state.value: counts[state] for state in State},
        "found": [_entry(one, questions.get(one.page.url, ())) for one in told],
    }


def _entry(seen: Seen, questions: Sequence[str]) -> dict[str, Any]:
    return {
        "url": seen.page.url,
        "state": seen.state.value,
        "marks": list(seen.marks),
        "to": clean(seen.to),
        "questions": list(questions),
    }
