"""Sorts neighbouring blocks of a page: options, terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from exam_notes.lint.draft import Draft
from exam_notes.order import SortKey


def sorted_by(draft: Draft, keys: Mapping[int, SortKey]) -> str:
    """Return the text of a page with each run of neighbouring blocks that have a key in order.

    `keys` has the keys of blocks by their first lines.
    """
    lines = draft.lines
    openers = (opener.line for opener, _ in lines.openers if opener.before.strip() == ">")
    borders = sorted({*keys, *lines.headings, *openers})
    return "\n".join(_sorted(draft.source.split("\n"), borders, keys))


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
