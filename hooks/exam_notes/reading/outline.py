"""What the reader takes from a page's tree: structure and titles, but not yet the texts.

The texts are cut from the rendered page later (`assemble.py`), so they are what is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from exam_notes.model import Passage, Verdict


class Heading(NamedTuple):
    """A heading as the tree has it; `explicit` where the author gave the id."""

    level: int
    id: str
    title: Passage
    explicit: bool


class Callout(NamedTuple):
    """A callout of the page. `anchor` is "" where it was not read as a part of a question.

    `headings` is the number of headings that stand before it on the page.
    """

    kind: str
    title: str
    anchor: str
    headings: int = 0


@dataclass(frozen=True, slots=True)
class OptionOutline:
    """An option that was read; `changes` are the anchors and labels of its change notes."""

    anchor: str
    verdict: Verdict
    title: Passage
    changes: tuple[Callout, ...]


@dataclass(frozen=True, slots=True)
class QuestionOutline:
    """One H2 of a service page. `stray` are the texts that belong to no part of it."""

    heading: Heading
    options: tuple[OptionOutline, ...]
    changes: tuple[Callout, ...]
    sources: tuple[Callout, ...]
    stray: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TermOutline:
    """One H2 of the terms page; `aliases` as its "Also:" line has them."""

    heading: Heading
    aliases: tuple[str, ...]


class Reference(NamedTuple):
    """A link (`a`) or a picture (`img`) of the page: the address as authored, the text shown.

    `more` is what is shown when a pointer rests on it, or where a picture cannot be seen.
    """

    tag: str
    address: str
    text: str = ""
    more: str = ""


class SkillOutline(NamedTuple):
    """A skill as the exam page lists it under a task."""

    number: str
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A page as the tree has it. Which of the tuples are filled depends on the kind of page."""

    title: Passage
    headings: tuple[Heading, ...]
    callouts: tuple[Callout, ...]
    references: tuple[Reference, ...] = ()
    anchors: frozenset[str] = frozenset()
    raw_html: tuple[str, ...] = ()
    questions: tuple[QuestionOutline, ...] = ()
    terms: tuple[TermOutline, ...] = ()
    skills: tuple[SkillOutline, ...] = ()


NOTHING = Outline(Passage("", ""), (), ())
