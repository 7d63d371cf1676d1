"""N055: No two options of a question have one text."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Option, Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    """Texts are compared without regard to case and spaces; signs count, as in `<` and `>`."""
    for asked in inspection.questions:
        first: dict[str, Option] = {}
        for option, line in asked.options:
            other = first.setdefault(" ".join(option.title.text.casefold().split()), option)
            if option.title.text and other is not option:
                both = other.verdict is not option.verdict
                fault = "both correct and incorrect" if both else "twice an option"
                yield RULE.at(asked.path, line, text=option.title.text, fault=fault)


RULE = Rule(
    code="N055",
    sentence="No two options of a question have one text.",
    why="One text cannot be right and wrong, and nobody can choose between two that are equal.",
    place=Place.OPTIONS,
    bad="""\
> [!failure]- A conditional write
>
> S3 has no lock for writers.

> [!success]- A conditional write
>
> S3 checks the condition and rejects the later writer.
""",
    good="""\
> [!success]- A conditional write
>
> S3 checks the condition and rejects the later writer.

> [!failure]- A lock on the key
>
> S3 has no lock for writers.
""",
    message="'{text}' is {fault}; remove one of the two, or write what tells them apart",
    check=check,
)
