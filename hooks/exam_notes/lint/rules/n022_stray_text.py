"""N022: Text between the callouts of a question belongs to one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.lines import words_of
from exam_notes.lint.openers import faults_of
from exam_notes.lint.page import Located
from exam_notes.lint.pastes import asking_headings, in_paste
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem

_OPENER = re.compile(r"\[![^\]]*+\]")


def check(inspection: Inspection) -> Iterator[Problem]:
    told = {(f.path, f.line) for f in faults_of(inspection, "N008")}
    asking = asking_headings(inspection)
    for asked in inspection.questions:
        openers = (opener.line for opener, _ in asked.page.lines.openers)
        line = next((number for number in openers if number > asked.line), asked.line)
        for text in asked.outline.stray:
            line = _line_of(asked.page, text, line)
            is_opener = (asked.path, line) in told and _OPENER.match(text.lstrip("> "))
            is_told = is_opener or (asked.path, line) in asking
            if not is_told and not in_paste(inspection, asked.path, line):
                yield RULE.at(asked.path, line, text=text)


def _line_of(located: Located, text: str, above: int) -> int:
    """Return the line below `above` on which a text of the same question begins."""
    words = words_of(text)
    for number, forms in located.words_below(above):
        if any(words.startswith(form) or words[:12] in form for form in forms):
            return number
    return located.line_of(text, above)


RULE = Rule(
    code="N022",
    sentence="Text between the callouts of a question belongs to one of them.",
    why="The stem ends where the first callout begins.",
    place=Place.OPTIONS,
    bad="""\
> [!success]- A conditional write
>
> S3 checks the condition and rejects the later writer.

The later writer then reads the object and tries again.

> [!failure]- A lock on the key
>
> S3 has no lock for writers.
""",
    good="""\
> [!success]- A conditional write
>
> S3 checks the condition and rejects the later writer.
>
> The later writer then reads the object and tries again.

> [!failure]- A lock on the key
>
> S3 has no lock for writers.
""",
    message=(
        "'{text}' stands between the callouts; put '> ' before each of its lines, or move it "
        "above the first option"
    ),
    check=check,
)
