"""Sorts neighbouring blocks of a page: options, terms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from exam_notes.lint.draft import Draft
from exam_notes.order import SortKey
from exam_notes.reading.fences import hidden_by_comments

# Where a link or a picture leads that is named elsewhere: nothing of it is shown.
_REFERENCE = re.compile(r" {0,3}\[[^\]]+\]:")


def sorted_by(draft: Draft, keys: Mapping[int, SortKey]) -> str:
    """Return the text of a page with each run of neighbouring blocks that have a key in order.

    `keys` has the keys of blocks by their first lines. A block takes along what stands above it and
    is not shown: comments, and addresses of links.
    """
    texts = draft.source.split("\n")
    lines = draft.lines
    openers = (opener.line for opener, _ in lines.openers if opener.before.strip() == ">")
    moved = _first_lines(texts, sorted({*keys, *lines.headings, *openers}))
    own_keys = {moved[line]: key for line, key in keys.items()}
    return "\n".join(_sorted(texts, sorted(set(moved.values())), own_keys))


def _first_lines(texts: Sequence[str], borders: Sequence[int]) -> dict[int, int]:
    """Return, for the first shown line of each block, the first line that belongs to it."""
    hidden = hidden_by_comments(list(texts))
    found = {}
    for border in borders:
        first = line = border
        while line > 1 and (not texts[line - 2].strip() or _is_unseen(texts, line - 2, hidden)):
            line -= 1
            first = line if texts[line - 1].strip() else first
        found[border] = first
    return found


def _is_unseen(texts: Sequence[str], index: int, hidden: set[int]) -> bool:
    return index in hidden or bool(_REFERENCE.match(texts[index]))


def _sorted(
    texts: Sequence[str], borders: Sequence[int], keys: Mapping[int, SortKey]
) -> Iterator[str]:
    """Yield the lines, sorted.

    A block goes from its border to the next. The empty lines at its end stay where they are.
    """
    yield from texts[: borders[0] - 1 if borders else len(texts)]
    blocks = list(pairwise([*borders, len(texts) + 1]))
    for has_key, run in groupby(blocks, lambda block: block[0] in keys):
        parts = [(keys.get(start), *_split(texts[start - 1 : end - 1])) for start, end in run]
        bodies = [part[1] for part in (sorted(parts, key=_key) if has_key else parts)]
        for body, (_, _, gap) in zip(bodies, parts):
            yield from (*body, *gap)


def _key(part: tuple[SortKey | None, list[str], list[str]]) -> SortKey:
    return part[0] or ()


def _split(texts: Sequence[str]) -> tuple[list[str], list[str]]:
    """Split a block into its body and the empty lines at its end."""
    length = next((i for i in range(len(texts), 0, -1) if texts[i - 1].strip()), 0)
    return list(texts[:length]), list(texts[length:])
