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

QUESTION_PARTS = (*OPTIONS, CHANGE, SOURCES)
KNOWN = (*QUESTION_PARTS, REMEMBER, *PLAIN)

_EXACT = re.compile(
    r"(?P<before>[ \t>*+\-]*+(?:\d++[.)][ \t]++)?[ \t>]*+)"
    r"\[(?P<left>\s*+!\s*+)(?P<kind>[\w-]++)(?P<right>[^\]]*+)\](?P<mark>[-+]?)(?P<title>.*)"
)
# Of a line as it is seen, its letters folded: signs, a word, signs. No text stands before it.
_LOOSE = re.compile(
    r"(?P<before>(?:[^\w\[({<!?:]|_|<(?=\s))*+(?:\d++[.)]\s++)?(?:[^\w\[({<!?:]|_|<(?=\s))*+)"
    r"(?P<open>[\W_]*+)(?P<kind>[^\W_][a-z!]*+)\s*+(?P<close>(?:[^\w\s({+-]|_)*+)(?!\()"
    r"\s?(?P<mark>[-+]?)(?P<title>.*)",
    re.IGNORECASE,
)
_BEHIND_TEXT = re.compile(
    r"(?P<before>.*?)\[?!(?P<kind>[a-z]++)\](?![(\[])(?P<mark>[-+]?)(?P<title>.*)"
)
_HTML = re.compile(r"<!--[^<>]{0,500}?-->|</?(?:br|p|div|span|b|i|u|em|strong|del|mark)\b[^<>]*>")
_OPENING, _CLOSING = re.compile(r"[\[({<|]"), re.compile(r"[\])}>|]")
# What other programs write for `[!...]`.
_ELSEWHERE = ("!!!", "???", "???+", ":::")
_LOOK_ALIKES = str.maketrans(
    "\u203a\u276f\u00bb\u01c3\u00a1\u2757\u2755\u3010\u3014\u27e6\u2045\u2772\u300c\u3011\u3015\u27e7\u2046\u2773\u300d"
    "\u2010\u2011\u2012\u2013\u2014\u2015\u2212",
    ">>>!!!![[[[[[]]]]]]-------",
)
# Letters of other alphabets that look like those of the words that open callouts.
_LETTERS = str.maketrans(
    "\u0430\u0441\u0435\u0456\u043e\u0455\u04cf\u0443\u0445\u0440\u051d\u051b\u0433\u03b1\u03bf\u03c5\u03f2\u0578\u057d\u0261\u0131\u0192\u0406\u0142\u2113",
    "aceiosluxpwqraoucnugifill",
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
    loose = _LOOSE.match(_folded(seen))
    if loose and _is_meant(loose) and not _is_code(seen, loose.start("kind")):
        return _made(number, loose, _damage(text, seen), seen[loose.start("title") :])
    # Who escapes signs within a sentence means them as they stand there.
    behind = _BEHIND_TEXT.match(text) if "!" in text else None
    if behind and behind["kind"] in QUESTION_PARTS and not _is_code(text, behind.start("kind")):
        return _made(number, behind, "stands behind other text on its line")
    return None


def _made(number: int, match: re.Match[str], damage: str, title: str = "") -> Opener:
    shown = (title or match["title"]).strip()
    return Opener(number, match["before"], _word(match), match["mark"], shown, damage)


def _word(match: re.Match[str]) -> str:
    """Return the word of an opener; a stroke before it, or a sign within it, stands for the `!`."""
    word = str(match["kind"])
    if word.isascii() and word[1:].lower() in KNOWN:
        return word[1:]
    return word.replace("!", "")


def as_seen(text: str) -> str:
    """Return a line as a person sees it."""
    shown = unescape(_HTML.sub("", text))
    plain = normalize("NFKC", shown).translate(_LOOK_ALIKES).replace("\\", "")
    return "".join(sign for sign in plain if sign == "\t" or category(sign)[0] not in "CM")


def _folded(seen: str) -> str:
    """Return a line sign for sign, with plain letters for those with accents or look-alikes."""
    if seen.isascii():
        return seen
    plain = (normalize("NFKD", sign)[:1] or sign for sign in seen)
    return "".join(plain).translate(_LETTERS)


def _is_code(seen: str, at: int) -> bool:
    """Tell whether backticks stand before a place, and go on behind it: it is shown as code."""
    return seen.count("`", 0, at) % 2 == 1 and "`" in seen[at:]


def _is_meant(match: re.Match[str]) -> bool:
    """Tell an opener from a sentence: a known word, and most of the signs around it."""
    opened, closed = match["open"], match["close"]
    kind = _word(match).lower()
    if "<!--" in opened or (closed.startswith("]:") and "!" not in opened):
        return False  # a comment that goes on below, or the address of a link
    brackets = bool(_OPENING.search(opened)) + bool(_CLOSING.search(closed))
    calls = "!" in opened or (brackets > 0 and "!" in match["kind"] + closed)
    if kind in KNOWN:
        is_marked = brackets > 0 and bool(match["mark"])
        return calls or is_marked or brackets == 2 or opened.strip() in _ELSEWHERE
    return calls and brackets > 0 and bool(get_close_matches(kind, KNOWN, 1, 0.75))


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
