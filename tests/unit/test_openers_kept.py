"""Each line that a person would take for a callout of a question is read, or its line is named.

Questions of this site are read with one damage to one of their openers. What the undamaged question
says is either said by the damaged one too, or a problem stands at that line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

import pytest
from exam_notes.index.notes import Notes
from exam_notes.lint.check import problems_of
from exam_notes.lint.circumstances import Circumstances
from exam_notes.lint.opener import opener_in
from exam_notes.lint.view import ALL_VIEWS
from exam_notes.model import Problem, Question
from exam_notes.reading.published import read_published
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from tests.support.casebook import BASE, PAGE
from tests.support.notes import TODAY, own_docs, site_of
from tests.support.opener_damage import DAMAGES, OPENER, Damage, Form

HEAD = "# Amazon S3\n\nWhat to know.\n\n## A question { #s3-question }\n\nWhich one is it?\n"
LINK = "[Guide](https://docs.aws.amazon.com/a/)"
BODIES = {"warning": f"Now so. ({LINK})", "quote": f"- {LINK}"}
CIRCUMSTANCES = Circumstances(TODAY, read_published("", ""), ALL_VIEWS)

# The same damages at every run: a failure is a failure for everybody.
fixed = settings(
    max_examples=150, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate]
)


class Said(NamedTuple):
    """What a callout says in the model; `of` are the letters of the option that a note is in."""

    kind: str
    of: str
    letters: str


class Damaged(NamedTuple):
    """A question, the index of the line that is damaged, and what stands in its place."""

    page: str
    at: int
    line: str

    @property
    def text(self) -> str:
        lines = self.page.split("\n")
        return "\n".join([*lines[: self.at], self.line, *lines[self.at + 1 :]])

    def lines_of(self, index: int) -> range:
        """Return the numbers of the lines that an opener has now, by its index before."""
        added = self.line.count("\n")
        if index == self.at:
            return range(index + 1, index + added + 2)
        number = index + 1 + (added if index > self.at else 0)
        return range(number, number + 1)


def own_questions() -> Iterator[str]:
    """Yield the openers of each question of this site as a page of their own, with short bodies."""
    for path, text in own_docs().items():
        if path.startswith("services/"):
            for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
                openers = (line for line in part.split("\n") if OPENER.fullmatch(line))
                yield HEAD + "".join(map(with_body, openers))


def with_body(opener: str) -> str:
    """Return an opener with the line above it and a body; none where it is of figures."""
    form = Form.of(opener)
    body = BODIES.get(form.kind, "The reason.")
    above, below = "> " * (form.depth - 1), ">" + " >" * (form.depth - 1)
    text = f"{above.rstrip()}\n{opener}\n{below}\n{form.before}{body}\n"
    return "" if form.kind == "abstract" else text


PAGES = tuple(own_questions())


@st.composite
def damaged(draw: st.DrawFn) -> Damaged:
    """Draw a question of this site with a damage to one of its openers."""
    page = draw(st.sampled_from(PAGES))
    lines = page.split("\n")
    kinds = sorted({Form.of(line).kind for line in lines if OPENER.fullmatch(line)})
    kind = draw(st.sampled_from(kinds))
    places = [i for i, line in enumerate(lines) if OPENER.fullmatch(line) and f"[!{kind}]" in line]
    at = draw(st.sampled_from(places))
    return Damaged(page, at, draw(st.sampled_from([*draw(st.sampled_from(DAMAGES))(lines[at])])))


@fixed
@given(damaged())
@example(Damaged(PAGES[0], HEAD.count("\n") + 1, "> [!success\u00ad]- One"))
def test_what_an_opener_says_is_read_or_its_line_is_named(drawn: Damaged) -> None:
    assert lost(drawn) == []


def lost(drawn: Damaged) -> list[tuple[str, Said]]:
    """Return what the undamaged question says, and the damaged one neither says nor names."""
    site = read(drawn.text)
    here = Counter(said(site))
    found = expected(drawn.page)
    missing = [(i, one) for i, one in found if not here[one] or here.subtract([one])]
    named = {problem.line for problem in problems_at(site)} if missing else set()
    owners = [i for i, one in found if one.kind in ("success", "failure")]
    return [
        (drawn.line, one)
        for i, one in missing
        if not named & {*chain(*map(drawn.lines_of, (i, *owner_of(i, one, owners))))}
    ]


def owner_of(index: int, one: Said, owners: Sequence[int]) -> list[int]:
    """Return the index of the option that a change note is in: where that is told, it need not."""
    above = [owner for owner in owners if owner < index]
    return above[-1:] if one.kind == "warning" else []


def read(page: str) -> Notes:
    return site_of({**BASE, PAGE: page})


def problems_at(site: Notes) -> Iterator[Problem]:
    """Yield the problems of the page, but those of what its short form leaves out, and hints."""
    for problem in problems_of(site, CIRCUMSTANCES):
        if problem.path == f"docs/{PAGE}" and not problem.hint and problem.code != "N014":
            yield problem


@cache
def expected(page: str) -> tuple[tuple[int, Said], ...]:
    """Return what each opener of an undamaged question says, with the index of its line."""
    found = said(read(page))
    indices = [i for i, line in enumerate(page.split("\n")) if OPENER.fullmatch(line)]
    assert len(found) == len(indices)
    return tuple(zip(indices, found))


def said(site: Notes) -> list[Said]:
    return [one for asked in site.by_path[PAGE].questions for one in _said(asked)]


def _said(asked: Question) -> Iterator[Said]:
    """Yield what the callouts of a question say, in their order."""
    for option in asked.options:
        yield Said(option.verdict.value, "", letters(option.title.text))
        for change in option.changes:
            yield Said("warning", letters(option.title.text), letters(change.label))
    yield from (Said("warning", "", letters(change.label)) for change in asked.changes)
    if asked.checked:
        yield Said("quote", "", f"{asked.checked} {asked.task} {asked.skills}")


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())


OPENERS = ("> [!success]- Use it", "> > [!warning] Changed", "> [!quote]- Sources, checked X")


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("line", OPENERS)
def test_the_scanner_sees_every_damaged_opener(line: str, damage: Damage) -> None:
    """A change note has nothing else: what is missed is a line of the reason above it."""
    unseen = [text for text in damage(line) if not any(map(seen, text.split("\n")))]
    assert unseen == []


def seen(line: str) -> bool:
    return opener_in(1, line) is not None


SENTENCES = (
    *("Info! This is it.", "- **Note**: it is so.", "(Note: it is so.)", "Tip - do this.", "Note"),
    *("> [Example](x.md) - text", "`[!success]` is", "Write `[!success]` here.", "> Note that so."),
    *(
        "success",
        "warning: it is so",
        "> quote - unquote",
        "1. Note",
        "- [x] example",
        "!important",
    ),
    *(
        "Success! It works.",
        "[note]: https://docs.aws.amazon.com/",
        "| note | text |",
        "## Example",
    ),
    *(
        "Type \\[!note\\] to open one.",
        "> A quote (in a sentence) - so",
        "![note](note.svg)",
        "`note`",
    ),
)


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_is_no_opener(line: str) -> None:
    assert not seen(line)
