"""N031: The stem says how many options to choose where it is not one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem

NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_CHOOSE = re.compile(rf"\b(?:choose|select|pick) ({'|'.join(NUMBERS)})\b", re.IGNORECASE)


def check(inspection: Inspection) -> Iterator[Problem]:
    for asked in inspection.questions:
        correct = len(asked.question.answers)
        said = _CHOOSE.search(asked.question.stem.text)
        if correct and correct != (NUMBERS[said[1].lower()] if said else 1):
            found = f"the stem says '{said[0]}'" if said else "the stem asks for one option"
            write = _proposal(correct)
            yield RULE.at(asked.path, asked.line, found=found, correct=str(correct), write=write)


def _proposal(correct: int) -> str:
    word = next((word for word, number in NUMBERS.items() if number == correct), str(correct))
    return f"end it with '**Choose {word}.**'" if correct > 1 else "ask for one"


RULE = Rule(
    code="N031",
    sentence="The stem says how many options to choose where it is not one.",
    why="For a question with two correct options.",
    place=Place.QUESTIONS,
    bad="""\
## Two writers, one key { #s3-two-writers }

Which two of these prevent a lost update?

> [!success]- A conditional write
>
> S3 checks the condition and rejects the later writer.

> [!success]- A queue with one reader
>
> Writes then come one by one.

> [!failure]- Versioning
>
> It keeps both versions, and the later one is read.

> [!quote]- Sources, checked 2026-11-23, DVA-C03 1.3
>
> - [Conditional writes](https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html)
""",
    good="""\
## Two writers, one key { #s3-two-writers }

Which of these prevent a lost update? **Choose two.**

> [!success]- A conditional write
>
> S3 checks the condition and rejects the later writer.

> [!success]- A queue with one reader
>
> Writes then come one by one.

> [!failure]- Versioning
>
> It keeps both versions, and the later one is read.

> [!quote]- Sources, checked 2026-11-23, DVA-C03 1.3
>
> - [Conditional writes](https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html)
""",
    message="{found} and {correct} are correct; {write}",
    check=check,
)
