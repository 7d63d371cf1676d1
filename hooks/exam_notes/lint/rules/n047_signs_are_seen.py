"""N047: Every sign of a note can be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category, name

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem

# Nothing is shown for these though Unicode does not call them formats: fillers, a joiner, tags.
_BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\U000e0000-\U000e0fff"
_SUSPECT = re.compile(rf"[^\n\t -~\u00a1-\u00ac\u00ae-\u02ff]|[{_BLANK}]")


def check(inspection: Inspection) -> Iterator[Problem]:
    for located in inspection.pages:
        for number, text in enumerate(located.text_lines, start=1):
            for sign in dict.fromkeys(_SUSPECT.findall(text)):
                if _is_unseen(sign):
                    yield RULE.at(located.path, number, sign=_name(sign))


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
