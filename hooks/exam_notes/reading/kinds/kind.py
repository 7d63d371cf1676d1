"""What a kind of page is: which pages are of it, and how their tree is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from markdown import Markdown

from exam_notes.model import Passage
from exam_notes.reading.outline import Callout, QuestionOutline, SkillOutline, TermOutline
from exam_notes.reading.published import Aliases
from exam_notes.reading.tree import passage


@dataclass(frozen=True, slots=True)
class PageTree:
    """The tree of the page at `path` (below docs/), which a kind reads and prepares in place.

    `read` takes the callouts that were read, so that the others can be told. `aliases` has the old
    addresses of what moved or was reworded.
    """

    path: str
    root: Element
    md: Markdown
    aliases: Aliases = field(default_factory=dict)
    read: dict[Element, Callout] = field(default_factory=dict)

    @property
    def title(self) -> Passage:
        """The first heading of the first level; empty where there is none."""
        heading = next(self.root.iter("h1"), None)
        return passage(heading, self.md) if heading is not None else Passage("", "")


@dataclass(frozen=True, slots=True)
class Found:
    """What a page of some kind holds beside its text."""

    questions: tuple[QuestionOutline, ...] = ()
    terms: tuple[TermOutline, ...] = ()
    skills: tuple[SkillOutline, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """`matches(path)` tells whether a page is of the kind; `read` reads it and leaves marks."""

    matches: Callable[[str], bool]
    read: Callable[[PageTree], Found]
