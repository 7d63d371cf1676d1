"""Problems as text for people, as annotations for GitHub, as JSON for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict

from exam_notes.model import Problem

RULES_PAGE = "docs/rules.md"


def as_text(problems: Sequence[Problem]) -> str:
    """Return one line for each problem and hint, and a last line that counts them."""
    lines = [f"{p} (hint)" if p.hint else str(p) for p in problems]
    found = sum(not problem.hint for problem in problems)
    codes = sorted({problem.code for problem in problems})
    more = [f'More: make explain RULE="{" ".join(codes)}"'] if codes else []
    return "\n".join([*lines, *more, f"{found} problem{'' if found == 1 else 's'}"])


def as_annotations(problems: Sequence[Problem]) -> str:
    """Return workflow commands that put each problem on its line of a pull request.

    Source: GitHub's documentation of workflow commands, "Setting an error message".
    """
    return "\n".join(_annotation(problem) for problem in problems)


def _annotation(problem: Problem) -> str:
    kind = "notice" if problem.hint else "error"
    place = f"file={_of_property(problem.path)},line={problem.line},title={problem.code}"
    more = f"{RULES_PAGE}#{problem.code.lower()}"
    return f"::{kind} {place}::{_escaped(problem.message)} ({more})"


def _escaped(text: str) -> str:
    for character, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        text = text.replace(character, code)
    return text


def _of_property(text: str) -> str:
    """Escape what would end the value of a property, or the properties."""
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def as_json(problems: Sequence[Problem]) -> str:
    return json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=1)


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "github": as_annotations,
    "json": as_json,
}
