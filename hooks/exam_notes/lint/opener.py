"""Lines that open a callout, or that a person would take for one.

Editors, keyboards and formatters put signs into such a line that Markdown does not know. The line
is looked at as a person sees it: without what is not seen, with look-alikes turned into ASCII.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from html import unescape
from typing import NamedTuple
from unicodedata import category, normalize

from exam_notes.reading.kinds.services import CHANGE, OPTIONS, PLAIN, REMEMBER, SOURCES

KNOWN = (*OPTIONS, CHANGE, SOURCES, REMEMBER, *PLAIN)

_EXACT = re.compile(
    r"(?P<before>[ \t>*+\-]*+(?:\d++[.)][ \t]++)?[ \t>]*+)"
    r"\[(?P<left>\s*+!\s*+)(?P<kind>[\w-]++)(?P<right>[^\]]*+)\](?P<mark>[-+]?)(?P<title>.*)"
)
_LOOSE = re.compile(
    r"(?P<before>[\s>*+\-\u2022\u2013\u2014_#]*+(?:\d++[.)]\s++)?[\s>]*+)"
    r"(?P<open>[\[(<{]*+\s*+!?\s*+[\[(<{]*+)\s*+(?P<kind>[a-z]++)\s*+(?P<close>[\])>}]*+)(?!\()"
    r"\s?(?P<mark>[-+\u2010-\u2015\u2212]?)(?P<title>.*)",
    re.IGNORECASE,
)
_LOOK_ALIKES = str.maketrans(
    {"\u203a": ">", "\u276f": ">", "\u00bb": ">", "\u01c3": "!", "\u00a1": "!"}
)


class Opener(NamedTuple):
    """A line that opens a callout, or looks as if it should; `damage` says what hinders it."""

    line: int
    before: str
    kind: str
    mark: str
    title: str
    damage: str

    @property
    def shown(self) -> str:
        return f"[!{self.kind}]{self.mark} {self.title}"


def opener_in(number: int, text: str) -> Opener | None:
    """Return the opener on a line, None where nobody would see one."""
    match = _EXACT.match(text) if "[" in text else None
    if match:
        spaced = match["left"] != "!" or match["right"][:1].isspace()
        damage = "has a space in its brackets" if spaced else _unseen_before(match["before"])
        return _made(number, match, damage)
    seen = as_seen(text)
    loose = _LOOSE.match(seen)
    if loose is None or not _is_meant(loose):
        return None
    return _made(number, loose, _damage(text, seen))


def _made(number: int, match: re.Match[str], damage: str) -> Opener:
    title = match["title"].strip()
    return Opener(number, match["before"], match["kind"], match["mark"], title, damage)


def as_seen(text: str) -> str:
    """Return a line as a person sees it."""
    plain = normalize("NFKC", unescape(text)).translate(_LOOK_ALIKES).replace("\\", "")
    return "".join(sign for sign in plain if sign == "\t" or category(sign)[0] not in "CM")


def _is_meant(match: re.Match[str]) -> bool:
    """Tell an opener from a sentence: a known word, and most of the signs around it."""
    kind = match["kind"].lower()
    signs = (
        ("!" in match["open"]) + bool(re.search(r"[\[({<]", match["open"])) + bool(match["close"])
    )
    if kind in KNOWN:
        return signs >= 2 or (signs == 1 and ("!" in match["open"] or bool(match["mark"])))
    return signs >= 2 and "!" in match["open"] and bool(get_close_matches(kind, KNOWN, 1, 0.75))


def _unseen_before(before: str) -> str:
    return "" if before.isascii() else "has signs before it that are not seen"


def _damage(text: str, seen: str) -> str:
    if "\\" in text:
        return "is escaped, so it is plain text"
    if re.search(r"&#?\w+;", text):
        return "is written with entities, so it is plain text"
    if seen != text and _EXACT.match(seen):
        return "has signs that only look like those of a callout"
    return "has not the signs that open a callout"
