"""Questions in the forms that people paste: letters, boxes, "Answer: B", `<details>`, headings.

One reading serves two: rule N053, which tells of such a question in a page, and the command that
turns it into the form of this project.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_LETTERS = re.compile(
    r"[\s(\[]*(?P<letters>[A-H](?:(?:[)\]*_.]*\s*(?:,|&|/|\+|;|\band\b|\s)\s*(?:and\s+)?[(\[*_]*)?[A-H]\b)*)"
    r"(?![\w'\u2019])[)\].:,*_]*\s*[\u2013:-]*\s*(?P<rest>.*)"
)
_ONE = re.compile(r"[A-H]")
_ARTICLE = re.compile(r"A\s+(?!because|is|as|since|and)[a-z]")


@dataclass
class PastedOption:
    """An option: its letter or "", its text, whether it is marked as right, what stands below."""

    letter: str
    text: str
    right: bool
    below: list[str] = field(default_factory=list)


@dataclass
class Pasted:
    """A question as it was read: `first` and `last` are lines; `reasons` what follows the options.

    `answers` are the letters or texts that are said to be right; `rest` are lines of no place.
    """

    first: int
    heading: str = ""
    level: int = 0
    stem: list[str] = field(default_factory=list)
    options: list[PastedOption] = field(default_factory=list)
    answered: bool = False
    answers: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    last: int = 0

    @property
    def asks(self) -> str:
        """The words it asks with: the first line of the stem that does, or its heading."""
        lines = [line.strip() for line in (*self.stem, self.heading) if line.strip()]
        return next((line for line in lines if line.endswith("?")), (lines or [""])[0])

    @property
    def right(self) -> list[PastedOption]:
        """The options that are right, as far as the text says so."""
        named = [o for o in self.options if o.letter in self.answers or o.text in self.answers]
        ticked = [option for option in self.options if option.right]
        return named or (ticked if len(ticked) < len(self.options) else [])

    @property
    def is_question(self) -> bool:
        """Tell a question from text: two options, or something that is called its answer."""
        return len(self.options) > 1 or (self.answered and bool(self.asks))


def letters_of(said: str) -> tuple[list[str], str]:
    """Split what stands behind "Answer:" into the letters, and what else it says."""
    alone = said.strip(" .*_()").upper()
    if len(alone) == 1 and _ONE.match(alone):
        return [alone], ""
    match = _LETTERS.fullmatch(said)
    if match is None or _ARTICLE.match(said):
        return [], said
    return _ONE.findall(re.sub(r"\band\b", "", match["letters"])), match["rest"]
