"""`check --fix` mends what is mechanical, keeps every word, and does nothing the second time."""

from __future__ import annotations

from collections import Counter

import pytest
from exam_notes.lint.fix import fix_page
from hypothesis import given, settings

from tests.support.damage import damaged, written_pages
from tests.support.notes import EXTENSIONS, own_docs, problems

PAGE = "services/s3.md"
NOTE = """# Amazon S3

## Who writes { #s3-writer }

Which one?

> [!failure]- Blue
>
> No.

> [!success]- Red
>
> Yes.

> [!quote]- Sources, checked 2026-11-23, DVA-C03 1.1
>
> - [S3](https://docs.aws.amazon.com/AmazonS3/)
"""

# What is expected, and the page to mend.
MENDED = {
    "options out of order": (
        NOTE.replace("failure]- Blue", "failure]- Yellow").replace(
            "> [!failure]- Yellow\n>\n> No.\n\n> [!success]- Red\n>\n> Yes.",
            "> [!success]- Red\n>\n> Yes.\n\n> [!failure]- Yellow\n>\n> No.",
        ),
        NOTE.replace("Blue", "Yellow"),
    ),
    "no id": (
        NOTE.replace("{ #s3-writer }", "{ #s3-who-writes }"),
        NOTE.replace(" { #s3-writer }", ""),
    ),
    "no id below an underlined heading": (
        NOTE.replace("## Who writes { #s3-writer }", "Who writes { #s3-who-writes }\n----"),
        NOTE.replace("## Who writes { #s3-writer }", "Who writes\n----"),
    ),
    "no empty line before an option": (NOTE, NOTE.replace("> No.\n\n", "> No.\n")),
    "no bare sign below a title": (NOTE, NOTE.replace("- Blue\n>\n", "- Blue\n")),
    "no space after the sign": (NOTE, NOTE.replace("> [!failure]- Blue", ">[!failure]-Blue")),
    "spaces in the brackets": (NOTE, NOTE.replace("[!failure]- Blue", "[ !failure ]-  Blue")),
}


@pytest.mark.parametrize("name", MENDED)
def test_it_mends(name: str) -> None:
    mended, broken = MENDED[name]
    assert broken != mended
    assert fix_page(PAGE, broken, EXTENSIONS) == mended


@pytest.mark.parametrize("path", own_docs())
def test_the_notes_of_this_site_need_nothing(path: str) -> None:
    assert fix_page(path, own_docs()[path], EXTENSIONS) == own_docs()[path]


def test_terms_are_put_in_order_with_their_ids() -> None:
    broken = "# Terms\n\n## Amazon S3\n\nStore.\n\n## AWS CLI { #cli }\n\nAlso: CLI\n\nTool.\n"
    mended = fix_page("terms.md", broken, EXTENSIONS)
    assert mended == (
        "# Terms\n\n## AWS CLI { #cli }\n\nAlso: CLI\n\nTool.\n\n"
        "## Amazon S3 { #amazon-s3 }\n\nStore.\n"
    )


def test_a_question_with_stray_text_keeps_its_order() -> None:
    stray = NOTE.replace("- Blue", "- Yellow").replace("> No.\n", "> No.\n\nStray.\n")
    assert fix_page(PAGE, stray, EXTENSIONS) == stray


def test_mended_pages_break_no_rule_of_form() -> None:
    for _, broken in MENDED.values():
        codes = {p.code for p in problems({PAGE: fix_page(PAGE, broken, EXTENSIONS)})}
        assert not codes & {"N001", "N008", "N017"}


@settings(max_examples=60, deadline=None, derandomize=True)
@given(damaged(written_pages()))
def test_twice_is_once_and_no_word_is_lost(page: str) -> None:
    once = fix_page(PAGE, page, EXTENSIONS)
    assert fix_page(PAGE, once, EXTENSIONS) == once
    assert _words(once) - _ids(once) == _words(page) - _ids(once)


def _words(text: str) -> Counter[str]:
    """Count the words of a page, whatever their order and their spacing."""
    return Counter("".join(c if c.isalnum() else " " for c in text).split())


def _ids(text: str) -> Counter[str]:
    """Count the words of ids, which may have been added."""
    lines = (line.partition("{ #")[2] for line in text.split("\n") if "{ #" in line)
    return _words("\n".join(lines))
