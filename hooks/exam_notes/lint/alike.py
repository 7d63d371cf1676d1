"""What GitHub's preview shows in another way than this site: line by line, and how to mend it.

GitHub reads CommonMark with tables, the site Python-Markdown. Where both can be made to read alike
by a setting, they are (mkdocs.yml); what is left is told. Each line is looked at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from exam_notes.lint.alike_fences import other_fences
from exam_notes.lint.alike_lines import (
    Kind,
    Line,
    line_of,
    raw_lines,
    without_opener,
    without_sign,
)
from exam_notes.lint.alike_quote import GAP, Difference, Quote
from exam_notes.lint.alike_words import Run, signs_in

_HASHES = re.compile(r"#{1,6}[^#\s]|#{7,}")


class Move(NamedTuple):
    """A line in a list: where it begins within its quotes, and its indentation, old and new."""

    column: int
    old: int
    new: int


_WORDLESS = (Kind.BLANK, Kind.COMMENT, Kind.FENCE, Kind.RULE)


@dataclass
class Scan:
    """The quotes that are open, the outermost first, and what was found so far."""

    quotes: list[Quote] = field(default_factory=lambda: [Quote()])
    found: list[Difference] = field(default_factory=list)
    moves: dict[int, list[Move]] = field(default_factory=dict)
    runs: list[tuple[Kind, Run]] = field(default_factory=list)
    glued: bool = True

    def see(self, number: int, text: str, *, opens_fence: bool) -> None:
        """Hand a line to each quote that it stands in."""
        depth, width = 0, len(text)
        line = line_of(number, text, opens_fence=opens_fence)
        while not self._goes_on(depth, line):
            line = self._hand(depth, width - len(text), line)
            if line.kind is not Kind.QUOTE or self.quotes[depth].is_code:
                break
            depth += 1
            if depth == len(self.quotes):
                self.quotes.append(Quote())
            text = without_sign(text)
            line = line_of(number, text, opens_fence=opens_fence)
        else:
            depth = len(self.quotes) - 1
            self._hand(depth, width - len(text), line)
        self._leave(depth, line)
        if not self.quotes[depth].is_code:
            self._words(line)

    def _goes_on(self, depth: int, line: Line) -> bool:
        return depth + 1 < len(self.quotes) and self.quotes[-1].goes_on(line)

    def _hand(self, depth: int, column: int, line: Line) -> Line:
        quote = self.quotes[depth]
        line = quote.as_seen(line)
        for found in quote.see(line):
            mend = found.mend._replace(column=column)
            write = _gap_at(depth) if found.write == GAP else found.write
            self.found.append(found._replace(write=write, mend=mend))
        if line.number in quote.moves:
            move = Move(column, line.indent, quote.moves[line.number])
            self.moves.setdefault(line.number, []).append(move)
        return line

    def _leave(self, depth: int, line: Line) -> None:
        """End the deeper quotes; text may not follow them at once."""
        if len(self.quotes) > depth + 1 and line.kind not in (
            Kind.BLANK,
            Kind.COMMENT,
            Kind.HEADING,
        ):
            what = "a line right below a quote"
            write = "put an empty line above it, or '> ' before it"
            self.found.append(Difference(line.number, what, write))
        if len(self.quotes) > depth + 1:
            self.runs.append((Kind.BLANK, []))
            self.end(depth + 1)

    def end(self, depth: int = 0) -> None:
        """End the quotes from a depth on."""
        for quote in self.quotes[depth:]:
            self.found += quote.end()
        del self.quotes[depth:]

    def _words(self, line: Line) -> None:
        """Lay a line to the paragraph above, or begin a new one."""
        goes_on = line.kind is Kind.TEXT and self.runs and self.runs[-1][0] is Kind.TEXT
        text = without_opener(line.text) if line.kind is Kind.OPENER else line.text
        if line.kind is Kind.TEXT and _HASHES.match(line.text) and not line.indent:
            write = "write '# ' for a heading, '\\#' for the sign"
            self.found.append(Difference(line.number, "a '#' that begins a line", write))
        if goes_on:
            self.runs[-1][1].append((line.number, text))
        else:
            kind = Kind.TEXT if line.kind in (Kind.TEXT, Kind.ITEM) else line.kind
            keep = line.kind not in _WORDLESS
            self.runs.append((kind, [(line.number, text)] if keep else []))


def differences(source: str) -> tuple[Difference, ...]:
    """Return what GitHub shows in another way, sorted by line."""
    return tuple(sorted({*scan(source).found, *_of_fences(source)}))


def _gap_at(depth: int) -> str:
    return f"put a line with '{' '.join('>' * depth)}' above it" if depth else GAP


def scan(source: str) -> Scan:
    """Look at each line of a page."""
    seen = Scan()
    for number, text, opens_fence in raw_lines(source):
        seen.see(number, text, opens_fence=opens_fence)
    seen.end()
    for kind, run in seen.runs:
        signs = signs_in(run, is_heading=kind is Kind.HEADING)
        seen.found += (Difference(*sign) for sign in signs)
    return seen


def _of_fences(source: str) -> Iterator[Difference]:
    for number in other_fences(source):
        what = "a fence that GitHub ends elsewhere, or that is none here"
        write = "open it with ``` and a language, close it with the same signs and nothing else"
        yield Difference(number, what, write)
