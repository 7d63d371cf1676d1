"""N026: Notes are Markdown; comments are the only HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.page import Located
from exam_notes.lint.pastes import in_paste
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem

_CODE = re.compile(r"(`++).*?\1")


def check(inspection: Inspection) -> Iterator[Problem]:
    for located in inspection.pages:
        lines = _Lines(located)
        for html in located.page.outline.raw_html:
            line = lines.next(html)
            if not in_paste(inspection, located.path, line):
                yield RULE.at(located.path, line, html=html)


class _Lines:
    """Finds the lines on which pieces of HTML begin, outside code, one behind the other."""

    def __init__(self, located: Located) -> None:
        self.texts = [(number, _CODE.sub("", text)) for number, text in located.visible_lines]
        self.at = (0, 0)

    def next(self, html: str) -> int:
        """Return the line of a piece: Markdown finds comments behind tags, so look twice."""
        return self._from(html, *self.at) or self._from(html, 0, 0) or 1

    def _from(self, html: str, index: int, column: int) -> int:
        first = html.strip().split("\n")[0]
        for later in range(index, len(self.texts)):
            number, text = self.texts[later]
            if (found := text.find(first, column if later == index else 0)) >= 0:
                self.at = (later, found + len(first))
                return number
        return 0


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
