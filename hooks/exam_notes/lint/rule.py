"""What a rule is: everything about it in one place. Its file calls it `RULE`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import category

from exam_notes.lint.draft import Draft
from exam_notes.lint.inspection import Inspection
from exam_notes.model import Problem

LONGEST_EXCERPT = 60

Check = Callable[[Inspection], Iterator[Problem]]
Fix = Callable[[Draft], str]


class Place(StrEnum):
    """What the examples of a rule are an example of; tests lay them into such a page."""

    PAGE = "a page of a service"
    QUESTIONS = "questions of such a page"
    OPTIONS = "all options of a question"
    OPTION = "a wrong option of a question"
    REASON = "the reason of an option"
    SOURCES = "the sources of a question"
    TERMS = "the index of terms"
    NAVIGATION = "`nav` in mkdocs.yml"
    PUBLISHED = "docs/published-ids.txt"
    FILES = "files below docs/"
    CITED = "docs/sources.yml"
    SETTINGS = "`extra` in mkdocs.yml"
    EXAM = "the exam page"
    PAGES = "pages below docs/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What must hold, why, and what to tell an author where it does not.

    `why`, `bad` and `good` are Markdown. `message` says what was found and what to write instead:
    `at` fills its names. A `hint` is worth knowing and stops nothing. `fix` returns the mended
    text of a page. Codes are stable for ever: a rule that goes leaves a gap.
    """

    code: str
    sentence: str
    why: str = ""
    place: Place
    bad: str
    good: str
    message: str
    check: Check
    fix: Fix | None = None
    hint: bool = False

    def at(self, path: str, line: int, **found: str) -> Problem:
        """Return the problem at a line of a file; what was found is cut to an excerpt."""
        shown = {k: text if k == "write" else excerpt(text) for k, text in found.items()}
        message = self.message.format(**shown)
        return Problem(one_line(path), line, self.code, one_line(message), self.hint)


def one_line(text: str) -> str:
    """Return a text as one line that can be printed: names of files may hold any byte."""
    is_safe = text.isprintable() or not any(category(sign) in ("Cc", "Cs") for sign in text)
    return text if is_safe else "".join(map(_printable, text))


def _printable(sign: str) -> str:
    is_safe = category(sign) not in ("Cc", "Cs")
    return sign if is_safe else sign.encode("unicode_escape").decode()


def excerpt(text: str) -> str:
    """Return a text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_EXCERPT else line[: LONGEST_EXCERPT - 1] + "…"
