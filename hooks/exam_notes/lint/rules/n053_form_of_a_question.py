"""N053: A question has the form of this project."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.pasted import Pasted
from exam_notes.lint.pastes import pastes
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem

_SHORT = 48


def check(inspection: Inspection) -> Iterator[Problem]:
    """Tell of each pasted question once, where it begins."""
    for located, pasted in pastes(inspection):
        slug = located.slug.lower()
        own = [_option("failure", _wrong(pasted)), _option("success", _right(pasted))]
        write = f"below a heading '## Title {{ #{slug}-... }}' its options as "
        if pasted.level == 2:
            write = "its options as "
        write += f"{own[0]} and {own[1]}"
        yield RULE.at(located.path, pasted.first, title=pasted.asks, write=write, slug=slug)


def _wrong(pasted: Pasted) -> str:
    return next((option.text for option in pasted.options if option not in pasted.right), "...")


def _right(pasted: Pasted) -> str:
    return next((option.text for option in pasted.right), "...")


def _option(kind: str, text: str) -> str:
    words = " ".join(text.split())
    return f"'> [!{kind}]- {words if len(words) <= _SHORT else words[: _SHORT - 1] + '…'}'"


RULE = Rule(
    code="N053",
    sentence="A question has the form of this project.",
    why=(
        "Letters, boxes, `Answer: B` and `<details>` are text here: nothing folds, and the answer "
        "is in sight. `make question SERVICE=s3 FROM=FILE` turns questions in these forms into "
        "this one; `FROM=-` reads what is pasted into the terminal."
    ),
    place=Place.QUESTIONS,
    bad="""\
## Two writers, one key { #s3-two-writers }

Which one prevents a lost update?

- A. A conditional write
- B. A lock on the key

Answer: A
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
    message=(
        "'{title}' is a question in another form; write {write}, each with a reason, or run "
        "'make question SERVICE={slug} FROM=FILE' on a file with it"
    ),
    check=check,
)
