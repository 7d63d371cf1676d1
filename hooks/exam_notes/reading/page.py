"""Puts a page's model together: the structure of its outline, the texts cut from its HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from exam_notes.marks import Cut, Slot, cut
from exam_notes.model import Change, Option, Passage, Question, Source, Term
from exam_notes.reading.outline import Callout, OptionOutline, Outline, QuestionOutline, TermOutline
from exam_notes.reading.page_text import PageText
from exam_notes.visible import links, plain

SOURCES_TITLE = re.compile(
    r"Sources, checked (?P<checked>\S+), (?P<exam>\S+) (?P<numbers>\S+(?:, \S+)*)"
)
CHANGE_TITLE = re.compile(
    r"Changed(?: by)? (?P<date>\d{4}(?:-\d\d){0,2})|(?P<undated>Changed)|(?P<never>Never right)"
)


class SourcesTitle(NamedTuple):
    """What the title of a list of sources says; one in another form says nothing.

    `numbers` are of tasks ("1.3") or skills ("1.3.4") of the exam with the code `exam`.
    """

    checked: str
    exam: str
    numbers: tuple[str, ...]

    @property
    def task(self) -> str:
        """The exam and the task that the first number belongs to, as in "DVA-C03 1.3"."""
        return f"{self.exam} {task_number(self.numbers[0])}" if self.numbers else ""

    @property
    def skills(self) -> tuple[str, ...]:
        return tuple(number for number in self.numbers if number.count(".") > 1)


def task_number(number: str) -> str:
    """Return "1.3" for the task 1.3 and for the skill 1.3.4."""
    return ".".join(number.split(".")[:2])


def read_title(title: str) -> SourcesTitle:
    match = SOURCES_TITLE.fullmatch(title)
    if not match:
        return SourcesTitle("", "", ())
    return SourcesTitle(match["checked"], match["exam"], tuple(match["numbers"].split(", ")))


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site: `path` below docs/, `url` below the site's root, and what it says."""

    path: str
    url: str
    source: PageText
    outline: Outline
    cut: Cut
    questions: tuple[Question, ...]
    terms: tuple[Term, ...]


def assemble(path: str, url: str, source: PageText, outline: Outline, html: str) -> Page:
    """Put together the model of the page that was rendered to `html`."""
    parts = cut(html)
    slug = path.rpartition("/")[2].removesuffix(".md")
    questions = tuple(_question(slug, question, parts) for question in outline.questions)
    terms = tuple(_term(term, parts) for term in outline.terms)
    return Page(path, url, source, outline, parts, questions, terms)


def _question(service: str, outline: QuestionOutline, parts: Cut) -> Question:
    heading = outline.heading
    title = read_title(outline.sources[0].title if outline.sources else "")
    return Question(
        id=heading.id,
        service=service,
        title=heading.title,
        stem=_passage(parts, "stem", heading.id),
        options=tuple(_option(option, parts) for option in outline.options),
        changes=tuple(_change(change, parts) for change in outline.changes),
        sources=_sources(_passage(parts, "sources", heading.id)),
        checked=title.checked,
        task=title.task,
        skills=title.skills,
    )


def _option(outline: OptionOutline, parts: Cut) -> Option:
    changes = tuple(_change(change, parts) for change in outline.changes)
    reason = _passage(parts, "reason", outline.anchor)
    return Option(outline.anchor, outline.verdict, outline.title, reason, changes)


def _change(callout: Callout, parts: Cut) -> Change:
    match = CHANGE_TITLE.fullmatch(callout.title)
    date = (match["date"] or "") if match else ""
    return Change(callout.anchor, callout.title, date, _passage(parts, "change", callout.anchor))


def _sources(body: Passage) -> tuple[Source, ...]:
    """Read one source from each list item: a link, and a reason after a colon where it has one."""
    return tuple(source for item in source_items(body.html) for source in _source(item))


def source_items(html: str) -> list[str]:
    """Return the HTML of each item of a list of sources."""
    return html.split("<li>")[1:]


def _source(item: str) -> list[Source]:
    found = links(item)
    if not found:
        return []
    url, title = found[0]
    reason = plain(item.partition("</a>")[2])
    return [Source(url, title, reason.removeprefix(":").strip())]


def _term(outline: TermOutline, parts: Cut) -> Term:
    heading = outline.heading
    definition = _passage(parts, "definition", heading.id)
    return Term(heading.id, heading.title.text, outline.aliases, definition)


def _passage(parts: Cut, kind: str, key: str) -> Passage:
    html = parts.fragments.get(Slot(kind, key), "")
    return Passage(html, plain(html))
