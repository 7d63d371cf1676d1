"""Which figures of the notes have a witness: a mark of a page that is cited, or a fact.

What a question claims stands in its reasons and change notes, and for a whole page in what is worth
remembering. Figures of the invented case, in the stem and in wrong options, need no witness.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from exam_notes.index.notes import Notes
from exam_notes.lint.sources_file import CitedPages, without_fragment
from exam_notes.model import Question, Verdict
from exam_notes.reading.page import Page
from exam_notes.visible import links, plain

from tests.facts.figures import figures, witnesses
from tests.facts.models import Fact

REMEMBERED = "worth remembering"
_REMEMBERED = re.compile(r'<h2 id="figures">.*?(?=<h2|\Z)', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


class Unwitnessed(NamedTuple):
    """A figure without a witness: the question or page it stands in, and the text around it."""

    place: str
    figure: str
    line: str

    def __str__(self) -> str:
        return f"{self.place}: {self.figure} in '{self.line}'"


class Evidence:
    """Marks by the address of their page, and the texts of facts by question."""

    def __init__(self, cited: CitedPages, facts: Iterable[Fact]) -> None:
        self.marks: Mapping[str, tuple[str, ...]] = {page.url: page.marks for page in cited.pages}
        self.facts: dict[str, list[str]] = {}
        for fact in facts:
            self.facts.setdefault(fact.question, []).extend(_texts(fact))

    def of(self, question: Question) -> Iterator[str]:
        """Yield every text that can witness a figure of the question."""
        yield from self.facts.get(question.id, ())
        for html in (*_claims(question), *_cited(question)):
            for url, _ in links(html):
                yield from self.marks.get(without_fragment(url), ())


def unwitnessed(notes: Notes, evidence: Evidence) -> Iterator[Unwitnessed]:
    """Yield every figure that nothing witnesses, in page order."""
    for page in notes.pages:
        for question in page.questions:
            own = witnesses(_case(question))
            known = own | witnesses(evidence.of(question))
            yield from _missing(question.id, _claims(question), known)
        texts = (text for question in page.questions for text in evidence.of(question))
        place = f"{page.path}, {REMEMBERED}"
        yield from _missing(place, _remembered(page), witnesses(texts))


def _missing(place: str, htmls: Iterable[str], known: frozenset[str]) -> Iterator[Unwitnessed]:
    lines = (line for html in htmls for line in plain(html).splitlines())
    for line in lines:
        yield from (Unwitnessed(place, figure, line) for figure in sorted(figures(line) - known))


def _texts(fact: Fact) -> Iterator[str]:
    yield from (fact.sentence, *fact.says)
    yield from (str(bound) for bound in (fact.min, fact.max) if bound is not None)


def _claims(question: Question) -> Iterator[str]:
    """Yield the HTML of what a question claims; a reason holds its change notes."""
    yield from (option.reason.html for option in question.options)
    for change in question.changes:
        yield from (change.label, change.body.html)


def _cited(question: Question) -> Iterator[str]:
    yield from (f'<a href="{source.url}">source</a>' for source in question.sources)


def _case(question: Question) -> Iterator[str]:
    """Yield the texts of the invented case: the stem with its code, and the wrong options."""
    yield _TAG.sub(" ", question.stem.html)
    wrong = (option for option in question.options if option.verdict is Verdict.INCORRECT)
    yield from (option.title.text for option in wrong)


def _remembered(page: Page) -> Iterator[str]:
    html = "".join(segment for segment in page.cut.segments if isinstance(segment, str))
    yield from _REMEMBERED.findall(html)
