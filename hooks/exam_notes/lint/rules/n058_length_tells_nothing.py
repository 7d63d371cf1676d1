"""N058: The right option is not the longest by far."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem, Verdict

_LONGER = 4 / 3
_LEAST = 8  # characters: beside "no", "yes" is no long text


def check(inspection: Inspection) -> Iterator[Problem]:
    """Tell of each right option that is longer than every other option by a third."""
    for asked in inspection.questions:
        options = list(asked.options)
        for option, line in options:
            others = [len(other.title.text) for other, _ in options if other is not option]
            is_right = option.verdict is Verdict.CORRECT
            if is_right and others and _is_by_far(len(option.title.text), max(others)):
                yield RULE.at(asked.path, line, text=option.title.text)


def _is_by_far(length: int, longest: int) -> bool:
    return length > longest * _LONGER and length >= longest + _LEAST


RULE = Rule(
    code="N058",
    sentence="The right option is not the longest by far.",
    why="Whoever knows nothing chooses the longest text. Told is one longer than all by a third.",
    place=Place.OPTIONS,
    bad="""\
> [!success]- A conditional write with the ETag that was read before
>
> S3 checks the condition and rejects the later writer.

> [!failure]- A lock on the key
>
> S3 has no lock for writers.
""",
    good="""\
> [!success]- A conditional write
>
> S3 checks the condition and rejects the later writer.

> [!failure]- A lock on the key
>
> S3 has no lock for writers.
""",
    message="'{text}' is right and the longest by far; shorten it, or say more in the others",
    check=check,
    hint=True,
)
