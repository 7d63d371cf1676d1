"""Over all notes nothing outside a text tells which option is right: neither length nor place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import sqrt

import pytest
from exam_notes.model import Question

from tests.support.notes import own_docs, site_of
from tests.support.questions import question

OWN = tuple(site_of(own_docs()).questions.values())


def longest_is_right(one: Question) -> float:
    """Return how likely it is that somebody is right who chooses the longest text."""
    lengths = [len(option.title.text) for option in one.options]
    longest = [o for o, length in zip(one.options, lengths) if length == max(lengths)]
    return sum(option in one.answers for option in longest) / len(longest)


def tells_by_length(questions: Iterable[Question]) -> bool:
    """Tell whether the longest text is right more often than chance plus one standard deviation."""
    rated = list(questions)
    chances = [len(one.answers) / len(one.options) for one in rated]
    deviation = sqrt(sum(chance * (1 - chance) for chance in chances))
    return sum(map(longest_is_right, rated)) > sum(chances) + deviation


def tells_by_place(questions: Iterable[Question]) -> bool:
    """Tell whether one of four places has the right option oftener or less than chance allows.

    Two standard deviations, as places follow from the alphabet and are not chosen.
    """
    of_four = [one for one in questions if len(one.options) == 4 and len(one.answers) == 1]
    places = Counter(one.options.index(one.answers[0]) for one in of_four)
    expected, deviation = len(of_four) / 4, sqrt(len(of_four) * 3 / 16)
    return any(abs(places[place] - expected) > 2 * deviation for place in range(4))


def has_the_form_of_the_exam(one: Question) -> bool:
    """Tell one right of four, and two or more right of five or more."""
    right, all_options = len(one.answers), len(one.options)
    return (right == 1 and all_options == 4) or (1 < right < all_options >= 5)


def test_there_are_questions_of_both_forms() -> None:
    assert {len(one.answers) > 1 for one in OWN} == {True, False}


def test_the_right_option_is_the_longest_no_more_often_than_chance_allows() -> None:
    assert not tells_by_length(OWN)


def test_the_right_option_stands_at_each_place_as_often_as_chance_allows() -> None:
    assert not tells_by_place(OWN)


@pytest.mark.parametrize("one", OWN, ids=[one.id for one in OWN])
def test_a_question_is_one_of_four_or_more_of_five(one: Question) -> None:
    assert has_the_form_of_the_exam(one)


def asked(number: int, right: str) -> str:
    more = "".join(f"> [!failure]- {text}\n>\n> No.\n\n" for text in ("Bit", "Cup"))
    return question(f"s3-{number}", f"Title {number}", "Stem?", right, "Dog") + more


def read(*questions: str) -> tuple[Question, ...]:
    return tuple(site_of({"services/s3.md": "# S3\n\n" + "".join(questions)}).questions.values())


def test_a_right_option_that_is_always_the_longest_is_found() -> None:
    assert tells_by_length(read(*(asked(n, "A very long text") for n in range(8))))
    assert not tells_by_length(read(*(asked(n, "Ant") for n in range(8))))


def test_a_right_option_that_is_always_at_one_place_is_found() -> None:
    assert tells_by_place(read(*(asked(n, "Ant") for n in range(8))))


def test_a_question_of_another_form_is_found() -> None:
    assert not has_the_form_of_the_exam(read(question())[0])
