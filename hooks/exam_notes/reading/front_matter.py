"""Front matter: what stands between two lines of `---` at the head of a page.

One thing may stand there: that the page is left out of the search. It is compared as text, not read
as YAML, which knows tags, aliases and bombs; nothing else reaches MkDocs.
"""

from __future__ import annotations

import re

ALLOWED = "---\nsearch:\n  exclude: true\n---\n"

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_KEY = re.compile(r"\s*[\w-]+[ \t]*:")
_COMMENT = re.compile(r"(?m)(?:^|[ \t])#.*$")


def front_matter_of(text: str) -> str:
    """Return the front matter of a page, with its lines of hyphens; "" where it has none."""
    match = _FRONT_MATTER.match(text)
    return match[0] if match else ""


def lines_of_front_matter(text: str) -> int:
    return front_matter_of(text).count("\n") if text.startswith("---") else 0


def first_not_allowed(front_matter: str) -> int:
    """Return the first line, from 1, that says anything else than `ALLOWED` does, 0 for none."""
    expected = [*ALLOWED.split("\n")[:-1], *([""] * front_matter.count("\n"))]
    said = [
        (number, line)
        for number, raw in enumerate(front_matter.split("\n"), start=1)
        if (line := _COMMENT.sub("", raw).rstrip().replace("...", "---"))
    ]
    return next((n for (n, line), want in zip(said, expected) if line != want), 0)


def is_unclosed(text: str) -> bool:
    """Tell whether a text begins like front matter that has no end: its lines would be shown."""
    first, _, rest = text.partition("\n")
    return first.rstrip() == "---" and not front_matter_of(text) and bool(_KEY.match(rest))


def is_allowed(front_matter: str) -> bool:
    return bool(front_matter) and not first_not_allowed(front_matter)
