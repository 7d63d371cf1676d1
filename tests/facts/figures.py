"""Figures in texts, in one form: numbers, and days, months and years.

"4,096 bytes" and "4096" are one figure, and so are 2020-12-01, "December 1, 2020" and "12/1/20".
Numbers inside names, such as EC2, SHA-256, us-east-1 or 5XXError, are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_MONTHS = "january february march april may june july august september october november december"
_MONTH = {name: number for number, name in enumerate(_MONTHS.split(), start=1)}
_MONTH |= {name[:3]: number for name, number in _MONTH.items()} | {"sept": 9}
_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
_NUMBER_OF_WORD = {word: str(number) for number, word in enumerate(_WORDS.split(), start=1)}
_UNITS = "B|KB|MB|GB|TB|PB|KiB|MiB|GiB|TiB|ms|s|m|h|d|x|k|K|M|st|nd|rd|th"

_NAMED = "|".join(sorted(_MONTH, key=len, reverse=True))
_FIGURE = re.compile(
    rf"""
      (?<![\w.-])(?P<iso>\d{{4}}-\d\d(?:-\d\d)?)(?![\w-])
    | (?<![\w/])(?P<us>\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d\d))(?![\w/])
    | \b(?P<mdy>(?:{_NAMED})\.?\ \d{{1,2}}(?:st|nd|rd|th)?,?\ \d{{4}})\b
    | \b(?P<dmy>\d{{1,2}}(?:st|nd|rd|th)?\ (?:{_NAMED})\.?,?\ \d{{4}})\b
    | \b(?P<my>(?:{_NAMED})\.?,?\ \d{{4}})\b
    | (?P<name>[^\W\d]\w*(?:[-./:@]+\w+)*)
    | (?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)*)(?P<after>\w*)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_UNIT = re.compile(_UNITS)
_PART = re.compile(r"[^\W\d]+|\d+")


def figures(text: str) -> frozenset[str]:
    """Return the figures of a text: "900", "1.8", "2020-12-01", "2026-04"."""
    return frozenset(figure for match in _FIGURE.finditer(text) for figure in _figure(match))


def witnesses(texts: Iterable[str]) -> frozenset[str]:
    """Return what figures the texts can witness.

    A number may be written as a word there, from one to twenty; a day witnesses its month and year.
    """
    joined = "\n".join(texts)
    found = figures(joined)
    words = (word.lower() for word in _PART.findall(joined))
    numbers = {_NUMBER_OF_WORD[word] for word in words if word in _NUMBER_OF_WORD}
    coarser = {part for date in found if "-" in date for part in (date[:7], date[:4])}
    return frozenset(found | numbers | coarser)


def _figure(match: re.Match[str]) -> Iterator[str]:
    kind, text = match.lastgroup, match[0]
    if kind == "iso":
        yield text
    elif kind == "us":
        month, day, year = text.split("/")
        yield _date(year if len(year) > 2 else f"20{year}", month, day)
    elif kind in ("mdy", "dmy", "my"):
        yield _of_words(*_PART.findall(re.sub(r"(?<=\d)(?:st|nd|rd|th)", "", text)))
    elif match["number"] and (not match["after"] or _UNIT.fullmatch(match["after"])):
        yield match["number"].replace(",", "")


def _of_words(*parts: str) -> str:
    """Return the date that ends with a year, behind a month's name and perhaps a day."""
    *others, year = parts
    names, days = [p for p in others if not p.isdecimal()], [p for p in others if p.isdecimal()]
    return _date(year, str(_MONTH[names[0].lower()]), *days)


def _date(year: str, *parts: str) -> str:
    return "-".join([year, *(part.zfill(2) for part in parts)])
