"""N065: Other names of a term stand in a line that is read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.opener import as_seen
from exam_notes.lint.page import Located
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem

_LIKE = re.compile(
    r"\W*(?:also|aka|alias(?:es)?|other names?)(?:\s(?:known|called|named|spelt|written|as))*"
    r"\s?:\W*(?P<names>.*)",
    re.IGNORECASE,
)


def check(inspection: Inspection) -> Iterator[Problem]:
    for located in inspection.terms_pages:
        read = {name for term in located.page.terms for name in term.aliases}
        for line, text in located.visible_lines:
            match = _LIKE.fullmatch(as_seen(text))
            if match and not _is_read(located, line, match["names"], read):
                yield RULE.at(located.path, line, text=text, write=f"Also: {match['names']}")


def _is_read(located: Located, line: int, names: str, read: set[str]) -> bool:
    """Tell whether a line is the first below a term's heading, and its first name was read."""
    above = located.text_lines[: line - 1]
    heading = next((n for n in range(len(above), 0, -1) if above[n - 1].strip()), 0)
    first = names.split(",")[0].strip()
    return heading in located.lines.headings and any(name.startswith(first) for name in read)


RULE = Rule(
    code="N065",
    sentence="Other names of a term stand in a line that is read.",
    why="It begins with `Also:`, and is the first below the heading of its term.",
    place=Place.TERMS,
    bad="""\
## Write lock { #write-lock }

Also known as: lock for concurrent writers

Lock that keeps others from writing.
""",
    good="""\
## Write lock { #write-lock }

Also: lock for concurrent writers

Lock that keeps others from writing.
""",
    message="'{text}' gives a term no names; write '{write}' directly below the term's heading",
    check=check,
)
