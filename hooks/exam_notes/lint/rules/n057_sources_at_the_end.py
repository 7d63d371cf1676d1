"""N057: The sources of a question are its last callout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.page import LocatedQuestion
from exam_notes.lint.rule import Place, Rule
from exam_notes.lint.sources import callouts_of_sources
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    times = Counter(asked.question.id for asked in inspection.questions)
    for asked, callout, line in callouts_of_sources(inspection):
        if times[asked.question.id] > 1:
            continue  # N004 tells of the id; which lines belong to which question is not known
        below = [text for text, other in _others(asked) if other > line]
        if below:
            yield RULE.at(asked.path, line, title=callout.title, text=below[-1])


def _others(asked: LocatedQuestion) -> Iterator[tuple[str, int]]:
    """Yield text and line of each option, and of each change note of the question itself."""
    yield from ((option.title.text, line) for option, line in asked.options)
    lines = asked.page.lines
    yield from ((note.label, lines.of_callout(note.anchor)) for note in asked.question.changes)


RULE = Rule(
    code="N057",
    sentence="The sources of a question are its last callout.",
    why="Their links name the answer, so they come when everything has been read.",
    place=Place.QUESTIONS,
    bad="""\
## Two writers, one key { #s3-two-writers }

Which one prevents a lost update?

> [!success]- A conditional write
>
> S3 checks the condition and rejects the later writer.

> [!quote]- Sources, checked 2026-11-23, DVA-C03 1.3
>
> - [Conditional writes](https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html)

> [!failure]- A lock on the key
>
> S3 has no lock for writers.
""",
    good="""\
## Two writers, one key { #s3-two-writers }

Which one prevents a lost update?

> [!success]- A conditional write
>
> S3 checks the condition and rejects the later writer.

> [!failure]- A lock on the key
>
> S3 has no lock for writers.

> [!quote]- Sources, checked 2026-11-23, DVA-C03 1.3
>
> - [Conditional writes](https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html)
""",
    message="'{title}' stands above '{text}'; move it below that, to the end of its question",
    check=check,
)
