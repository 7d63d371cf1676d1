"""N026: Notes are Markdown; comments are the only HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.page import Located
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem

_CODE = re.compile(r"(`+).*?\1")


def check(inspection: Inspection) -> Iterator[Problem]:
    for located in inspection.pages:
        for html in located.page.outline.raw_html:
            yield RULE.at(located.path, _line_of(located, html), html=html)


def _line_of(located: Located, html: str) -> int:
    """Return the line on which a piece of HTML begins, outside code."""
    first = html.strip().split("\n")[0]
    lines = located.visible_lines
    return next((number for number, text in lines if first in _CODE.sub("", text)), 1)


RULE = Rule(
    code="N026",
    sentence="Notes are Markdown; comments are the only HTML.",
    why="GitHub and Obsidian show less HTML than this site would. Comments are allowed.",
    place=Place.REASON,
    bad="S3 has <b>no</b> lock for writers.",
    good="S3 has **no** lock for writers.",
    message="raw HTML '{html}'; write it in Markdown",
    check=check,
)
