"""Lists, tables, fences and headings in one quote, as GitHub and Python-Markdown nest them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from exam_notes.lint.alike_lines import Kind, Line


class Mend(NamedTuple):
    """What mends a line: an empty line above it, its indentation, a dot behind its number.

    `column` is where the line begins within its quotes; an empty line has what stands before.
    """

    gap: bool = False
    indent: bool = False
    dot: bool = False
    column: int = 0


NO_MEND = Mend()


class Difference(NamedTuple):
    """A line that GitHub shows in another way than the site: what it is, what to write."""

    line: int
    what: str
    write: str
    mend: Mend = NO_MEND


class Item(NamedTuple):
    """An open item of a list: its mark, where its text begins, and how wide its mark is."""

    mark: str
    offset: int
    width: int


_UNDERLINE = re.compile(r"(?:=+|-+)$")
_MORE_THAN_TEXT = re.compile(r"[=-]+ *$|\[[^\]]*\]:|[^|]*\|")
_ADDRESS = re.compile(r"\[[^\[\]!^][^\[\]]*\]: *\S")
_DASHES = re.compile(r"[=-]+ *$")
_DELIMITER = re.compile(r"\|? *:?-+:? *(?:\| *:?-+:? *)*\|?$")
_SITE_RULE = re.compile(r"(?:-+ {0,2}){3,}$|(?:_+ {0,2}){3,}$|(?:\*+ {0,2}){3,}$")
# What begins anew below it: a list there needs no empty line.
_APART = (Kind.BLANK, Kind.OPENER, Kind.HEADING, Kind.RULE)
GAP = "put an empty line above it"


class Quote:
    """What is open in a quote, or on the page, while its lines come one after the other."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.above = Kind.BLANK
        self.is_text = self.is_code = self.is_table = False
        self.first_level = self.lines = 0
        self.moves: dict[int, int] = {}
        self.shift = 0
        self.quote_indent = 0
        self.above_text = ""
        self.is_cut = False
        self.rowless = 0

    def see(self, line: Line) -> Iterator[Difference]:
        """Yield how a line differs, and remember it for the next."""
        if line.kind in (Kind.BLANK, Kind.COMMENT):
            yield from self.end()
            self._pause(line)
            return
        below_code = self.is_code and line.indent < 4 and self.above is not Kind.BLANK
        fresh = self.above in _APART or below_code
        if below_code:
            yield self._needs_gap(line, "a line right below code by indentation")
        if fresh:
            self.is_text = self.is_table = False
            self.is_code = not self.items and line.indent > 3
            self.lines = 0
        if self.is_code and self.is_cut:
            yield Difference(line.number, "code with a comment in it", "move the comment")
        if not self.is_code:
            yield from self._definition(line)
            yield from self._fresh(line) if fresh else self._below(line)
        self._remember(line)

    def as_seen(self, line: Line) -> Line:
        """Return a line as what it is here: text goes on, however far its lines are indented."""
        is_fresh = self.above in _APART or self.is_code or self.items
        if is_fresh or line.indent < 4 or line.kind in (Kind.BLANK, Kind.COMMENT, Kind.FENCE):
            return line
        mark = f"{line.mark} " if line.mark else ""
        return Line(line.number, Kind.TEXT, line.indent, mark + line.text)

    def goes_on(self, line: Line) -> bool:
        """Tell whether a line without the sign of this quote goes on with its paragraph."""
        is_open = self.above is Kind.TEXT or (self.above is Kind.ITEM and bool(self.above_text))
        is_plain = line.kind is Kind.TEXT and not _MORE_THAN_TEXT.match(line.text)
        return is_open and is_plain and not self.is_code and not self.is_table

    def end(self) -> Iterator[Difference]:
        """Yield what is only known where a table ends."""
        if self.rowless:
            write = "write its rows below the line of hyphens"
            yield Difference(self.rowless, "a table without rows", write)
        self.rowless = 0

    def _pause(self, line: Line) -> None:
        outside = not self.items or line.indent < self.items[0].offset
        if line.kind is Kind.COMMENT and outside and (self.items or self.is_code):
            self.is_cut = True
        self.above, self.is_table = Kind.BLANK, False

    def _remember(self, line: Line) -> None:
        if line.kind is Kind.QUOTE:
            self.quote_indent = line.indent
        self.lines = 1 if line.kind is Kind.ITEM and not self.is_text else self.lines + 1
        self.above, self.above_text = line.kind, line.text
        self.is_cut = False

    def _definition(self, line: Line) -> Iterator[Difference]:
        """Tell of the address of a link where GitHub sees text, or the end of a list."""
        if self.above is Kind.TEXT and _ADDRESS.match(self.above_text):
            if not _ADDRESS.match(line.text):
                yield self._needs_gap(line, "a line right below the address of a link")
        elif self._is_address(line):
            yield Difference(
                line.number,
                "a link's address in a list or right below text",
                "put it behind an empty line, away from lists",
            )

    def _is_address(self, line: Line) -> bool:
        is_address = line.kind is Kind.TEXT and bool(_ADDRESS.match(line.text))
        return is_address and (bool(self.items) or self.above not in _APART)

    # -- below an empty line, a heading, a rule

    def _fresh(self, line: Line) -> Iterator[Difference]:
        yield from self._place(line)
        self.first_level = len(self.items)
        self.is_text = line.kind is not Kind.ITEM
        if line.kind is Kind.ITEM:
            yield from self._item(line, tight=False)
        else:
            yield from self._form(line)

    def _place(self, line: Line) -> Iterator[Difference]:
        """Find the item that a line stands in, as GitHub does; tell where the site does not."""
        self._left = None
        while self.items and self.items[-1].offset > line.indent:
            self._left = self.items.pop()
        if self.is_cut and (self.items or self._left):
            what = "a list with a comment in it"
            yield Difference(line.number, what, "move the comment out of the list")
        level = len(self.items)
        right = self.moves[line.number] = 4 * level if level else line.indent
        self.shift = right - line.indent
        yield from self._in_an_item(line, right) if level else self._beside_items(line)

    def _in_an_item(self, line: Line, right: int) -> Iterator[Difference]:
        """Tell of a line of an item that the site takes for something else."""
        if line.indent - self.items[-1].offset > 3:
            write = f"indent it by {right}, or put code into a fence"
            yield Difference(line.number, "a line in an item, indented too far", write)
        elif any(item.width > 4 for item in self.items):
            what, write = "text in an item with a wide mark", "put one blank behind the item's mark"
            yield Difference(line.number, what, write)
        elif line.kind in (Kind.HEADING, Kind.RULE):
            what = "a heading or a line across in an item"
            yield Difference(line.number, what, "write it in bold letters")
        elif self.shift:
            what = "a list" if line.kind is Kind.ITEM else "text"
            yield self._indented(line, f"{what} in an item, indented by {line.indent} columns")

    def _beside_items(self, line: Line) -> Iterator[Difference]:
        """Tell of a line in no item that does not begin at the margin."""
        if line.indent and line.kind is Kind.FENCE:
            yield Difference(line.number, "a fence with blanks before it", "begin it at the margin")
        elif line.indent > 3:
            yield Difference(line.number, "text indented below a list", "begin it at the margin")

    def _indented(self, line: Line, what: str) -> Difference:
        right = self.moves[line.number]
        return Difference(line.number, what, f"indent it by {right}", Mend(indent=True))

    # -- right below another line

    def _below(self, line: Line) -> Iterator[Difference]:
        if self.is_table and line.kind is not Kind.ROW:
            yield self._needs_gap(line, "a line right below a table")
        elif self.above is Kind.FENCE and not self._may_touch(line.kind, line):
            yield self._needs_gap(line, "a line right below a fence")
            yield from self._restart(line)
        elif line.kind is Kind.FENCE and not self._may_touch(self.above, line):
            yield self._needs_gap(line, "a fence right below a line of text")
            yield from self._restart(line)
        elif line.kind is Kind.ITEM:
            yield from self._item_below(line)
        else:
            yield from self._other_below(line)

    def _may_touch(self, kind: Kind, line: Line) -> bool:
        """Tell whether both show a fence and the line beside it apart, with no line between."""
        plain = kind in (Kind.TEXT, Kind.HEADING, Kind.QUOTE)
        return plain and not line.indent and not self.items

    def _restart(self, line: Line) -> Iterator[Difference]:
        """Go on as if the missing empty line were there."""
        self.lines = 0
        yield from self._fresh(line)

    def _needs_gap(self, line: Line, what: str) -> Difference:
        return Difference(line.number, what, GAP, Mend(gap=True))

    def _item_below(self, line: Line) -> Iterator[Difference]:
        if not self.is_text:
            yield from self._place(line)
            if len(self.items) < self.first_level:
                yield self._needs_gap(line, "an item right below one that is indented more")
            yield from self._item(line, tight=True)
        elif self._is_outside(line) or (_interrupts(line) and (line.indent < 4 or self.items)):
            yield self._needs_gap(line, "a list right below a line of text")
            yield from self._restart(line)
        elif line.mark == "-" and not line.text:
            yield from self._form(line._replace(kind=Kind.TEXT, text="-"))

    def _is_outside(self, line: Line) -> bool:
        return bool(self.items) and line.indent < self.items[-1].offset

    def _other_below(self, line: Line) -> Iterator[Difference]:
        yield from self._outdented(line)
        if self.items and line.kind is Kind.QUOTE and self.above is not Kind.QUOTE:
            yield self._needs_gap(line, "a quote right below an item")
        elif line.kind in (Kind.HEADING, Kind.RULE) and line.indent and self.items:
            yield self._needs_gap(line, "a heading or a line across right below an item")
            yield from self._restart(line)
            return
        elif line.kind in (Kind.TEXT, Kind.QUOTE) and self.items and line.indent:
            self.moves[line.number] = max(0, line.indent + self.shift)
        yield from self._form(line)
        if line.kind in (Kind.HEADING, Kind.RULE) and not line.indent:
            self.items, self.is_text = [], False

    def _outdented(self, line: Line) -> Iterator[Difference]:
        """Tell what ends an indented block, or a quote in a list, without an empty line."""
        if line.kind in (Kind.HEADING, Kind.RULE) and self.first_level and not line.indent:
            yield self._needs_gap(line, "a heading or a line across right below an item")
        elif (
            self.items
            and line.kind is self.above is Kind.QUOTE
            and line.indent != self.quote_indent
        ):
            yield Difference(
                line.number, "a quote whose lines begin at several columns", "begin them at one"
            )

    # -- the form of one line

    def _form(self, line: Line) -> Iterator[Difference]:
        if line.kind is Kind.HEADING and line.indent and not self.items:
            yield Difference(line.number, "a heading with blanks before it", "begin it with '#'")
        if line.kind is Kind.RULE and not _SITE_RULE.match(line.text):
            yield Difference(line.number, "a line across with wide gaps", "write '---'")
        if self._is_underline(line):
            yield Difference(
                line.number, "a heading made by underlining", "write '## ' before its text"
            )
        if line.kind in (Kind.TEXT, Kind.ROW) and "|" in line.text:
            yield from self._row(line)

    def _is_underline(self, line: Line) -> bool:
        """Tell whether a line underlines the one above, in a way that only one of both reads."""
        if self.above is Kind.RULE and _DASHES.match(line.text):
            return True
        if self.above in _APART or self.above is Kind.QUOTE or not _DASHES.match(line.text):
            return False
        simple = self.is_text and self.lines == 1 and not line.indent
        return not simple or not _UNDERLINE.match(line.text.rstrip())

    def _row(self, line: Line) -> Iterator[Difference]:
        if self.is_table or self.above in _APART:
            if self.is_table and line.text.startswith("|") != self.above_text.startswith("|"):
                yield Difference(line.number, "a row in another form", "begin all rows with '|'")
            self.rowless = 0
            return
        text, above = line.text.rstrip(), self.above_text
        self.is_table = "|" in above and bool(_DELIMITER.match(text))
        self.rowless = line.number if self.is_table else 0
        if self.is_table and self.lines > 1:
            yield Difference(
                line.number - 1, "a table right below a line of text", GAP, Mend(gap=True)
            )
        if self.is_table and not self._is_plain_table(line):
            write = "write each of its rows as '| ... | ... |', at one column"
            yield Difference(line.number, "a table in a form of GitHub's", write)

    def _is_plain_table(self, line: Line) -> bool:
        same = line.text.startswith("|") == self.above_text.startswith("|")
        return same and line.indent - 4 * len(self.items) < 4

    def _item(self, line: Line, *, tight: bool) -> Iterator[Difference]:
        mark = line.mark if len(line.mark) == 1 else line.mark[-1]
        yield from self._mark(line, mark)
        left = self._sibling(line)
        if left and left != mark:
            yield from self._other_mark(line, left, mark, tight=tight)
        elif tight and not left and not _interrupts(line):
            yield self._needs_gap(line, "a list that begins with another number than 1")
        self._left = None
        width = line.width if line.text and line.width - len(line.mark) < 5 else len(line.mark) + 1
        self.items.append(Item(mark, line.indent + width, width))

    _left: Item | None = None

    def _sibling(self, line: Line) -> str:
        """Return the mark of the item before, in the same list; "" for the first."""
        return self._left.mark if self._left and line.indent < self._left.offset else ""

    def _other_mark(self, line: Line, left: str, mark: str, *, tight: bool) -> Iterator[Difference]:
        if left in "-*+" and mark in "-*+":
            yield Difference(
                line.number, f"an item with '{mark}' below one with '{left}'", f"write '{left}'"
            )
        elif tight:
            yield self._needs_gap(line, "an item right below one of another kind")

    def _mark(self, line: Line, mark: str) -> Iterator[Difference]:
        number = line.mark[:-1]
        if mark == ")":
            yield Difference(
                line.number, f"a list with '{line.mark}'", f"write '{number}.'", Mend(dot=True)
            )
        if not line.text:
            yield Difference(line.number, "an item without text", "write it, or remove its mark")
        elif line.width - len(line.mark) > 4:
            yield Difference(
                line.number, "more than four blanks behind an item's mark", "leave one"
            )
        elif re.match(r"(?:[-*+]|\d+[.)]|#{1,6}|>|`{3,}|~{3,})(?: |$)|`{3,}|~{3,}", line.text):
            yield Difference(
                line.number, "an item that begins with another mark", "begin it with a word"
            )


def _interrupts(line: Line) -> bool:
    """Tell whether GitHub lets an item begin right below a line of text."""
    return bool(line.text) and (len(line.mark) == 1 or line.mark[:-1] == "1")
