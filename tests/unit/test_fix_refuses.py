"""What a rule would mend at a reader's cost is left as it is, and told; else it is mended whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from exam_notes.lint import fix
from exam_notes.lint.draft import Draft
from exam_notes.lint.fix import Mended, mend
from exam_notes.lint.rules import n017_order_of_options

from tests.support.notes import EXTENSIONS

PAGE = "services/s3.md"
NOTE = """# Amazon S3

## Who writes { #s3-writer }

Which one?

> [!failure]- Blue
>
> No, it is the colour of the sky.

> [!success]- Red
>
> Yes, it is.
>
> > [!warning] Changed 2020
> >
> > Now so.

> [!quote]- Sources, checked 2026-11-23, DVA-C03 1.1
>
> - [S3](https://docs.aws.amazon.com/AmazonS3/)
"""

# What a careless fix would do.
CARELESS: dict[str, Callable[[str], str]] = {
    "a reason is dropped": lambda text: text.replace("> No, it is the colour of the sky.", ">"),
    "two reasons change places": lambda text: (
        text.replace("No, it is the colour of the sky.", "X")
        .replace("Yes, it is.", "No, it is the colour of the sky.")
        .replace("X", "Yes, it is.")
    ),
    "a verdict turns": lambda text: text.replace("[!failure]", "[!success]"),
    "a title is cut": lambda text: text.replace("]- Blue\n", "]-\n> Blue\n"),
    "a stem takes a title": lambda text: text.replace("Which one?", "Which one? Blue"),
    "a change note becomes text": lambda text: text.replace("[!warning] Changed", "Changed"),
    "a source loses its address": lambda text: text.replace("AmazonS3/)", ")"),
}


def mended_by(mending: Callable[[str], str], monkeypatch: pytest.MonkeyPatch, text: str) -> Mended:
    """Return the text mended by one rule, whose fix is `mending`."""

    def mended(draft: Draft) -> str:
        return mending(draft.source)

    rule = replace(n017_order_of_options.RULE, fix=mended)
    monkeypatch.setattr(fix, "RULES", (rule,))
    return mend(PAGE, text, EXTENSIONS)


@pytest.mark.parametrize("name", CARELESS)
def test_a_fix_that_changes_what_readers_see_is_dropped(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert CARELESS[name](NOTE) != NOTE
    assert mended_by(CARELESS[name], monkeypatch, NOTE) == Mended(NOTE, ("N017",))


def test_what_one_round_leaves_the_next_one_mends(monkeypatch: pytest.MonkeyPatch) -> None:
    """So twice is once also where a rule sees more when another one has mended."""
    text = NOTE.replace("\n\n## ", "\n\n\n\n\n## ")
    mended = mended_by(lambda text: text.replace("\n\n\n", "\n\n", 1), monkeypatch, text)
    assert mended == Mended(NOTE, ())


def test_where_more_is_read_than_before_it_may_be_mended(monkeypatch: pytest.MonkeyPatch) -> None:
    run_together = NOTE.replace("\n\n> [!quote]", "\n> [!quote]")
    mended = mended_by(lambda _: NOTE, monkeypatch, run_together)
    assert mended == Mended(NOTE, ())
