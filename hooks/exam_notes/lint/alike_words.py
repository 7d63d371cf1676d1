"""Signs within a paragraph that mean something to GitHub and nothing to the site, or otherwise."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from collections.abc import Iterator
from typing import NamedTuple

Run = list[tuple[int, str]]  # the numbers and texts of the lines of one paragraph


Runs = dict[int, list[re.Match[str]]]  # runs of backticks by their length


class Sign(NamedTuple):
    """A pattern, what it finds, and what to write instead."""

    pattern: re.Pattern[str]
    what: str
    write: str


_CODE = "\ufffc"  # in place of code: no blank, no letter
_TICKS = re.compile(r"\\.|`+", re.DOTALL)
_AIM = r"(?:[^()]|\([^()]*+\))*+"
_APART = r"<[^<>\s]++>|^\[[^\]]++\]: .*+"
_LINK = re.compile(rf"\[[^\[\]]*+\]\({_AIM}\)|{_APART}", re.MULTILINE)
_TARGET = re.compile(rf"(?<=\]\(){_AIM}(?=\))|{_APART}", re.MULTILINE)
_BACKTICKS = "put it into backticks"

# Looked for where code is hidden; addresses also where links are.
_SIGNS = (
    Sign(re.compile(r"\[\^[^\]\s]++\]"), "a footnote", "write it as text, or as a link"),
    Sign(
        re.compile(r"(?<!\\)\\(?=[\"$%&',/:;<=?@^~])"),
        "a backslash that escapes nothing here",
        "remove it, or put the word into backticks",
    ),
    Sign(
        re.compile(r"\\$", re.MULTILINE),
        "a line that ends with a backslash",
        "begin a new paragraph",
    ),
    Sign(
        re.compile(r"(?<![\\~])(~~?)(?=[^\s~])[^~]*?(?<=[^\s~])\1(?!~)"),
        "text struck through",
        "remove the text, or put the signs into backticks",
    ),
    Sign(
        re.compile(r"(?<![\w:\\]):(?:[a-z][a-z0-9_+-]*|100|[+-]1):(?![\w:])"),
        "a name between colons",
        _BACKTICKS,
    ),
    Sign(
        re.compile(r"(?<![\w$\\])\$\$?(?=[^\s$])[^$]*?(?<=[^\s$\\])\$\$?(?![\w$])|(?<!\\)\$\$"),
        "a formula between dollar signs",
        _BACKTICKS,
    ),
    Sign(re.compile(r"(?<=[^\s#\\])#+(?= *$)"), "", ""),  # of headings only: see below
)
_CLOSING = _SIGNS[-1]
_ADDRESSES = (
    Sign(
        re.compile(r"(?<![\w/])(?:https?://|www\.)[^\s<>]*\w", re.IGNORECASE),
        "a bare address",
        "write [title](https://...), <https://...>, or put it into backticks",
    ),
    Sign(
        re.compile(r"(?<![\w.+/@-])[\w.+-]++@\w[\w-]*+(?:\.[\w-]*\w)+"),
        "an address of mail",
        _BACKTICKS,
    ),
)


def signs_in(run: Run, *, is_heading: bool = False) -> Iterator[tuple[int, str, str]]:
    """Yield line, what and what to write for the signs in the lines of one paragraph."""
    text = "\n".join(line for _, line in run)
    if not any(sign in text for sign in "`\\[~:$@#*|") and "www." not in text.lower():
        return
    starts = [0]
    for _, line in run:
        starts.append(starts[-1] + len(line) + 1)
    for at, what, write in sorted(set(_found(text, is_heading))):
        yield run[min(bisect(starts, at), len(run)) - 1][0], what, write


def _found(text: str, is_heading: bool) -> Iterator[tuple[int, str, str]]:  # noqa: FBT001
    plain, lonely = without_code(text)
    for at in [] if text.startswith("```") else lonely:
        yield at, "a backtick without its partner", "write '\\`', or close the code"
    shown = _TARGET.sub(_hide, plain)
    for sign in _SIGNS[:-1]:
        yield from ((m.start(), sign.what, sign.write) for m in sign.pattern.finditer(shown))
    apart = _LINK.sub(_hide, plain)
    for sign in _ADDRESSES:
        yield from ((m.start(), sign.what, sign.write) for m in sign.pattern.finditer(apart))
    yield from _stars(shown)
    if is_heading and (match := _CLOSING.pattern.search(shown)):
        yield match.start(), "a heading that ends with '#'", "write '\\#'"
    if text.startswith("|"):
        cells = (m for m in re.finditer(f"{_CODE}+", plain) if "|" in text[m.start() : m.end()])
        yield from ((m.start(), "a '|' in code in a table", "say it in words") for m in cells)


def _hide(match: re.Match[str]) -> str:
    return _CODE * len(match[0])


def without_code(text: str) -> tuple[str, list[int]]:
    """Return a text with other signs in place of its code, and where lonely backticks stand."""
    runs = [match for match in _TICKS.finditer(text) if match[0][0] == "`"]
    every: Runs = {}
    for run in re.finditer(r"`+", text):
        every.setdefault(len(run[0]), []).append(run)
    lonely, parts, end = [], [], 0
    for run in runs:
        if run.start() < end:
            continue
        closing = _next_of(len(run[0]), run.end(), every)
        if closing is None:
            lonely.append(run.start())
            continue
        parts += [text[end : run.start()], _CODE * (closing.end() - run.start())]
        end = closing.end()
    return "".join([*parts, text[end:]]), lonely


def _next_of(length: int, after: int, runs: Runs) -> re.Match[str] | None:
    same = runs.get(length, [])
    first = bisect(same, after - 1, key=lambda run: run.start())
    return same[first] if first < len(same) else None


def _stars(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield where stars stand that begin or end no emphasis, if there are several."""
    opened: list[re.Match[str]] = []
    odd: list[re.Match[str]] = []
    for run in re.finditer(r"(?<!\\)\*+", text):
        before = text[run.start() - 1 : run.start()] if run.start() else ""
        after = text[run.end() : run.end() + 1]
        opens, closes = _begins(before, after), _begins(after, before)
        if closes and opened and len(opened[-1][0]) == len(run[0]):
            opened.pop()
        elif opens and not (closes and opened):
            opened.append(run)
        elif opens or closes:
            odd += [run] * (1 + bool(opened))  # inside others, one alone is enough
    odd += opened
    if len(odd) > 1:
        yield odd[0].start(), "stars that begin and end no emphasis", "write '\\*' or backticks"


def _begins(outside: str, inside: str) -> bool:
    """Tell whether stars between two signs may begin emphasis, as CommonMark has it."""
    if not inside.strip():
        return False
    return not _is_sign(inside) or not outside.strip() or _is_sign(outside)


def _is_sign(text: str) -> bool:
    return bool(text) and text != _CODE and unicodedata.category(text)[0] in "PS"
