"""Pasted questions in the forms that people use: read, told once, and written in our form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from exam_notes.commands.pasted import in_house_form, questions_of
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from tests.support.notes import problems, site_of

HEAD = "# Amazon S3\n\nWhat to know about S3.\n\n"
TERMS = "# Index of terms\n\n## Amazon S3 { #s3 }\n\nStore for objects.\n"
NOUNS = (
    "bucket",
    "queue",
    "table",
    "function",
    "key",
    "policy",
    "role",
    "stream",
    "topic",
    "cache",
)
VERBS = ("keeps", "reads", "writes", "encrypts", "rotates", "deletes", "sends", "polls", "caches")
ADVERBS = (
    "at once",
    "twice a day",
    "in another Region",
    "with a lock",
    "by default",
    "for an hour",
)
EVERY = settings(
    max_examples=200, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
SOME = settings(EVERY, max_examples=60)
# What each form has beside the words of a question.
FORM = {"answer", "answers", "correct", "explanation", "question", "the", "is", "are", "and", "x"}
FORM |= set("abcdef") | {"ans", "details", "summary", "show", "s", *"123", "q1", "q2", "q3"}


@dataclass(frozen=True)
class Made:
    """A question that was made up, and the text that somebody pastes."""

    stem: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    reason: str
    text: str


def sentence(draw: Any, number: int, end: str) -> str:
    """Draw a sentence that is like no other of its question."""
    noun, verb, adverb = (draw(st.sampled_from(words)) for words in (NOUNS, VERBS, ADVERBS))
    return f"The {noun} number {number} {verb} it {adverb}{end}"


LETTERS: dict[str, Callable[[str, str], str]] = {
    "A.": lambda letter, text: f"{letter}. {text}",
    "A)": lambda letter, text: f"{letter}) {text}",
    "(A)": lambda letter, text: f"({letter}) {text}",
    "**A.**": lambda letter, text: f"**{letter}.** {text}",
    "- A.": lambda letter, text: f"- {letter}. {text}",
    "- **A)**": lambda letter, text: f"- **{letter})** {text}",
    "a)": lambda letter, text: f"  {letter.lower()}) {text}",
}
ANSWERS = (
    "Answer: {}",
    "**Correct answer:** {}",
    "**Answer: {}**",
    "Correct Answer(s): {}",
    "The correct answer is: {}",
    "Ans: {}",
    "#### Answer\n\n{}",
    "<details><summary>Answer</summary>{}</details>",
    "<details>\n<summary>Show answer</summary>\n\n{}\n\n</details>",
)
HEADINGS = (
    "### {}",
    "#### Question {n}\n\n{}",
    "**Question {n}**\n\n{}",
    "{n}. {}",
    "Q{n}. {}",
    "## {}",
)
REASONS = ("", "\nExplanation: {}", "\n**Explanation:** {}", "\nExplanation:\n\n{}")


@st.composite
def made(draw: Any, number: int = 1) -> Made:
    """Draw a question in one of the forms."""
    many, several = draw(st.integers(2, 5)), draw(st.booleans())
    texts = [
        sentence(draw, 100 * number + i, draw(st.sampled_from(["", "."]))) for i in range(many)
    ]
    right = sorted(draw(st.sets(st.integers(0, many - 1), min_size=1, max_size=1 + several)))
    stem = sentence(draw, 70 + number, ", and which one fits?")
    heading = draw(st.sampled_from(HEADINGS)).replace("{n}", str(number)).replace("{}", stem)
    gap = draw(st.sampled_from(["\n", "\n\n"]))
    reason = draw(st.sampled_from(REASONS)).replace("{}", sentence(draw, 90 + number, "."))
    if draw(st.booleans()) and len(right) < many:
        options = gap.join(f"- [{'x' if i in right else ' '}] {t}" for i, t in enumerate(texts))
        text = f"{heading}\n\n{options}\n{reason}\n"
        event("boxes")
    else:
        letter = LETTERS[draw(st.sampled_from(sorted(LETTERS)))]
        joined = draw(st.sampled_from([", ", " and ", " & ", ""]))
        answer = draw(st.sampled_from(ANSWERS)).replace(
            "{}", joined.join("ABCDE"[i] for i in right)
        )
        options = gap.join(letter("ABCDE"[i], text) for i, text in enumerate(texts))
        text = f"{heading}\n\n{options}\n\n{answer}\n{reason}\n"
        event("letters")
    named = tuple(texts[i] for i in right)
    return Made(stem, named, tuple(t for t in texts if t not in named), reason, text)


def pages(number: int) -> st.SearchStrategy[list[Made]]:
    return st.tuples(*(made(i) for i in range(1, number + 1))).map(list)


NOISE = (*VERBS, "A. ", "> ", "- ", "<!-- ", "-->", "# ", "```", "[!success]-", "===", "1. ", "\n")
SEVERAL = st.integers(1, 3).flatmap(pages)


def written(text: str) -> list[str]:
    """Return the questions of a paste in the form of this project."""
    taken: set[str] = set()
    return [in_house_form(one, "s3", taken, "DVA-C03") for one in questions_of(text)[0]]


def words(text: str) -> Counter[str]:
    found = (word.casefold() for word in re.findall(r"\w+", text))
    return Counter(word for word in found if word not in FORM and not set(word) <= set("abcde"))


@EVERY
@given(SEVERAL, st.sampled_from(["\n", "\n---\n\n"]))
def test_each_question_is_read_with_its_options_and_verdicts(
    questions: list[Made], between: str
) -> None:
    page = HEAD + "\n".join(written(between.join(made.text for made in questions)))
    read = site_of({"services/s3.md": page, "terms.md": TERMS}).services[0].questions
    found = [
        (
            {option.title.text for option in question.answers},
            {option.title.text for option in question.options},
        )
        for question in read
    ]
    assert found == [({*made.right}, {*made.right, *made.wrong}) for made in questions]
    assert all(made.stem in question.stem.text for made, question in zip(questions, read))


@EVERY
@given(
    SEVERAL,
    st.lists(st.sampled_from(NOISE), max_size=12),
    st.integers(0, 400),
)
def test_no_word_is_lost_whatever_stands_between(
    questions: list[Made], noise: list[str], at: int
) -> None:
    """A line of noise, of signs that mean something, is put into the paste anywhere."""
    lines = "\n".join(made.text for made in questions).split("\n")
    lines.insert(at % (len(lines) + 1), "".join(noise))
    text = "\n".join(lines)
    if result := written(text):
        assert words(text) - words("\n".join(result)) == Counter()


@SOME
@given(SEVERAL)
def test_what_is_written_lacks_only_what_says_todo(questions: list[Made]) -> None:
    page = HEAD + "\n".join(written("\n".join(made.text for made in questions)))
    found = problems(
        {"services/s3.md": page, "terms.md": TERMS, "exam.md": "# The exam: DVA-C03\n"}
    )
    assert {p.code for p in found if not p.hint and "services" in p.path} <= {
        "N013",
        "N014",
        "N038",
    }


@SOME
@given(SEVERAL)
def test_a_pasted_question_is_told_once_and_nothing_else_of_it(questions: list[Made]) -> None:
    page = HEAD + "\n".join(made.text for made in questions)
    found = problems({"services/s3.md": page, "terms.md": TERMS})
    codes = Counter(p.code for p in found if not p.hint and "services" in p.path)
    assert codes.pop("N053") == len(questions)
    assert set(codes) <= {"N001", "N054"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Only text.\n",
        "# A heading\n\nAnd text.\n",
        "- a list\n- of things\n",
        "A. One thing alone\n",
    ],
)
def test_text_is_no_question(text: str) -> None:
    assert questions_of(text)[0] == []
