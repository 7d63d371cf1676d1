"""N047: Every sign of a note can be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from unicodedata import category, name

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem

# Nothing is shown for these though Unicode does not call them formats: fillers, a joiner, tags.
_BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\U000e0000-\U000e0fff"
_SUSPECT = re.compile(rf"[^\n\t -~\u00a1-\u00ac\u00ae-\u02ff]|[{_BLANK}]")

_CODE = re.compile(r"(`++).*?\1")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]*+);", re.IGNORECASE)


def check(inspection: Inspection) -> Iterator[Problem]:
    for located in inspection.pages:
        as_entities = dict(located.visible_lines)
        for number, text in enumerate(located.text_lines, start=1):
            signs = _SUSPECT.findall(text) + _signs_of_entities(as_entities.get(number, ""))
            for sign in filter(_is_unseen, dict.fromkeys(signs)):
                yield RULE.at(located.path, number, sign=_name(sign))


def _signs_of_entities(text: str) -> list[str]:
    """Return the signs that `&#8203;` and its like make of a line; in code they make none."""
    if "&" not in text:
        return []
    return [sign for entity in _ENTITY.findall(_CODE.sub("", text)) for sign in _signs(entity)]


def _signs(entity: str) -> str:
    """Return what a browser shows for an entity, or the control sign that it stands for."""
    if signs := unescape(entity):
        return "" if signs == entity else signs
    return chr(int(entity[3:-1], 16) if entity[2] in "xX" else int(entity[2:-1]))


def _is_unseen(sign: str) -> bool:
    return category(sign) in ("Cc", "Cf", "Co", "Cn", "Zl", "Zp") or bool(
        re.match(f"[{_BLANK}]", sign)
    )


def _name(sign: str) -> str:
    return f"U+{ord(sign):04X} ({name(sign, 'control').lower()})"


RULE = Rule(
    code="N047",
    sentence="Every sign of a note can be seen.",
    why=(
        "Signs that turn the direction of text, join it or take no room let a text say something "
        "else than it shows. They come along when text is copied."
    ),
    place=Place.REASON,
    bad="S3 has no lo\u200bck for writers.",
    good="S3 has no lock for writers.",
    message="{sign} stands in this line and is not seen; write the line anew",
    check=check,
)
