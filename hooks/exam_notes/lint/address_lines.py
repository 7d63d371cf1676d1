"""On which lines of a page the addresses of its links stand, found in one pass over the page.

To look for each address from the beginning would take minutes on a page of thousands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

# In brackets behind a text, in the definition of a reference, in angle brackets.
_PLACES = re.compile(
    r"\]\([ \t]*+(?:<([^<>]*+)>|((?:[^\s<>()\\]|\\.)*+(?:\([^\s()]*+\)(?:[^\s<>()\\]|\\.)*+)*+))"
    r"|\]:[ \t]*+<?([^\s<>]++)"
    r"|<([^\s<>]++)>"
)
# Markdown takes the backslash from these.
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+.!-])")


def address_lines(lines: Iterable[tuple[int, str]]) -> dict[str, int]:
    """Return the first line of each address that stands in numbered lines, as Markdown reads it."""
    found: dict[str, int] = {}
    for number, text in lines:
        for address in _addresses(text):
            found.setdefault(address, number)
    return found


def _addresses(line: str) -> Iterator[str]:
    if "](" not in line and "]:" not in line and "<" not in line:
        return
    for groups in _PLACES.findall(line):
        address = "".join(groups).strip()
        yield address
        yield _ESCAPED.sub(r"\1", address)
