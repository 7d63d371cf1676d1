"""A page as its file has it, made safe to read: the one way in, for MkDocs and for `make check`."""

from __future__ import annotations

from dataclasses import dataclass

from exam_notes.reading.front_matter import ALLOWED, front_matter_of, is_allowed
from exam_notes.reading.limits import Excess, Limits, excess_of


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page with its front matter; one that is `refused` is not read, and empty."""

    text: str
    refused: Excess | None = None

    @property
    def body(self) -> str:
        """The text without its front matter, allowed or not."""
        return self.text[len(front_matter_of(self.text)) :]

    @property
    def for_mkdocs(self) -> str:
        """The text as MkDocs may read it: with no front matter, or what is allowed.

        The empty line keeps MkDocs from taking a first line such as `Note: ...` for a header.
        """
        allowed = is_allowed(front_matter_of(self.text))
        return (ALLOWED if allowed else "\n") + self.body


def read_page_text(content: bytes, limits: Limits) -> PageText:
    """Read the bytes of a file: UTF-8, with or without a byte-order mark, any line ends."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return PageText("", Excess(line, "is not UTF-8; save it as UTF-8"))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    excess = excess_of(text, limits)
    return PageText("", excess) if excess else PageText(text)
