"""The made-up notes that builds are measured with are like real ones."""

from __future__ import annotations

from statistics import mean

import pytest

from tests.bench.corpus import corpus
from tests.support.notes import problems, site_of

SOURCES = corpus(26)
SITE = site_of(SOURCES)
QUESTIONS = SITE.questions.values()


def test_they_pass_every_rule() -> None:
    """All ids are new (N024), which is a hint only."""
    assert [str(problem) for problem in problems(SOURCES) if problem.code != "N024"] == []


@pytest.mark.parametrize("questions", [1, 13, 14, 200])
def test_there_are_as_many_questions_as_asked_for(questions: int) -> None:
    texts = [text for path, text in corpus(questions).items() if path.startswith("services/")]
    assert sum(text.count("\n## ") for text in texts) == questions
    assert [text.count("\n## ") for text in texts[:-1]] == [13] * (len(texts) - 1)


def test_they_are_the_same_each_time() -> None:
    assert corpus(26) == SOURCES
    assert corpus(26, seed=14) != SOURCES


def test_a_question_has_four_options_and_about_250_words() -> None:
    pages = [text for path, text in SOURCES.items() if path.startswith("services/")]
    assert {len(question.options) for question in QUESTIONS} == {4}
    assert 230 <= sum(len(text.split()) for text in pages) / 26 <= 280


def test_a_question_names_5_to_10_terms() -> None:
    counts = [len(terms) for terms in SITE.index.terms.values()]
    assert (min(counts) >= 3, 5 <= mean(counts) <= 10, len(counts)) == (True, True, 26)


def test_questions_link_to_each_other_and_tell_changes() -> None:
    assert sum(len(links) for links in SITE.index.backlinks.values()) > 13
    assert sum(len(question.all_changes) for question in QUESTIONS) > 2


@pytest.mark.parametrize("questions", [26, 13_000])
def test_there_are_40_terms_one_for_every_30_questions_and_the_services(questions: int) -> None:
    names = [line for line in corpus(questions)["terms.md"].split("\n") if line.startswith("## ")]
    assert len(set(names)) == len(names) == 40 + questions // 30 + questions // 13
