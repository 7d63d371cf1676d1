"""What can be wrong with one page alone, asked of its HTML: a browser visits samples only."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from string import ascii_uppercase

import pytest
from exam_notes.model import Service

from tests.support.html import Html
from tests.support.screen import SERVICES

EACH_SERVICE = pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.slug)
VERDICTS = re.compile(r"\b(?:Correct|Incorrect|Distractor)\b")
OPTION = re.compile(
    r'<details class="(success|failure)">\s*'
    r'<summary>.*?<span class="letter">(\w)\. ?</span>.*?</summary>\s*'
    r'<p class="verdict \w+" id="([^"]+)"[^>]*>.*?<strong>(\w+)</strong>',
    re.DOTALL,
)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Html]:
    """Every page by its path below the site."""
    files = sorted(site.rglob("*.html"))
    return {f.relative_to(site).as_posix(): Html(f.read_text("utf-8")) for f in files}


@pytest.fixture(scope="module")
def options(site: Path) -> dict[str, list[tuple[str, ...]]]:
    """Of every option: its kind of callout, its letter, its anchor and its verdict; by address."""
    texts = {s.url: (site / s.url / "index.html").read_text("utf-8") for s in SERVICES}
    return {url: OPTION.findall(text) for url, text in texts.items()}


@EACH_SERVICE
def test_an_option_has_its_letter_its_anchor_and_its_verdict(
    options: dict[str, list[tuple[str, ...]]], service: Service
) -> None:
    assert options[service.url] == [
        (option.verdict.value, letter, option.anchor, option.verdict.word)
        for question in service.questions
        for letter, option in zip(ascii_uppercase, question.options)
    ]


@EACH_SERVICE
def test_anchors_are_made_of_words_without_the_letter(service: Service) -> None:
    for option in (option for question in service.questions for option in question.options):
        words = re.sub(r"[^\w\s-]", "", option.title.text.lower())
        slug = re.sub(r"[\s-]+", "-", words.strip())[:20]
        assert option.anchor.partition("--")[2].startswith(slug)


@EACH_SERVICE
def test_what_can_be_read_before_an_answer_opens_tells_no_verdict(
    pages: dict[str, Html], service: Service
) -> None:
    words = pages[f"{service.url}index.html"].words
    assert service.questions[0].options[0].title.text.split("\n")[0] in words
    assert VERDICTS.findall(words) == []


def test_every_picture_has_a_text(pages: dict[str, Html]) -> None:
    pictures = [(path, text) for path, page in pages.items() for text in page.pictures]
    assert len(pictures) > len(pages)  # each has the logo
    assert [path for path, text in pictures if text is None] == []


def test_headings_begin_with_the_first_level_and_leave_none_out(pages: dict[str, Html]) -> None:
    assert {path: page.levels[0] for path, page in pages.items()} == dict.fromkeys(pages, 1)
    steps = [(path, pair) for path, page in pages.items() for pair in pairwise(page.levels)]
    assert [step for step in steps if step[1][1] > step[1][0] + 1] == []


@pytest.mark.parametrize(
    ("html", "levels", "pictures", "words"),
    [
        ("<article><h1>A</h1><h3>B</h3></article><h2>C</h2>", [1, 3], [], "AB"),
        ("<img src=a><img src=b alt=''><img src=c alt=d>", [], [None, "", "d"], ""),
        ("<article><details><summary>A</summary>Incorrect</details>B</article>", [], [], "AB"),
        ("<article><p>A<br>B<p>C</article>D", [], [], "ABC"),
    ],
)
def test_what_is_wrong_would_be_seen(
    html: str, levels: list[int], pictures: list[str | None], words: str
) -> None:
    page = Html(html)
    assert (page.levels, page.pictures, page.words) == (levels, pictures, words)
