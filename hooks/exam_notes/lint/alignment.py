"""Lays what the scanner found in the source beside what the tree made of it, in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher

Key = tuple[str, str]


def pairs_in_sections(
    source: Sequence[tuple[Key, int]], tree: Sequence[tuple[Key, int]]
) -> dict[int, int]:
    """Pair two lists of keys, each key with the number of its section, section by section."""
    there = _by_section(tree)
    found: dict[int, int] = {}
    for section, here in _by_section(source).items():
        local = pairs([source[i][0] for i in here], [tree[j][0] for j in there[section]])
        found.update((here[i], there[section][j]) for i, j in local.items())
    return found


def _by_section(keys: Sequence[tuple[Key, int]]) -> defaultdict[int, list[int]]:
    """Return the indices of the keys of each section."""
    sections: defaultdict[int, list[int]] = defaultdict(list)
    for index, (_, section) in enumerate(keys):
        sections[section].append(index)
    return sections


# Comparisons: difflib takes quadratic time, and cubic on lists of equal keys.
_MOST = 250_000


def _in_order(source: Sequence[Key], tree: Sequence[Key]) -> dict[int, int]:
    """Pair each key of the tree with the next equal one of the source: linear, for huge pages."""
    places: defaultdict[Key, list[int]] = defaultdict(list)
    for index in range(len(source) - 1, -1, -1):
        places[source[index]].append(index)
    found: dict[int, int] = {}
    last = -1
    for j, key in enumerate(tree):
        waiting = places[key]
        while waiting and waiting[-1] <= last:
            waiting.pop()
        if waiting:
            last = waiting.pop()
            found[last] = j
    return found


def pairs(source: Sequence[Key], tree: Sequence[Key]) -> dict[int, int]:
    """Pair two lists by index: equal keys, and runs of one length that are alike in kind."""
    if source == tree:
        return {index: index for index in range(len(source))}
    if len(source) * len(tree) > _MOST:
        return _in_order(source, tree)
    found: dict[int, int] = {}
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, source, tree, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and i2 - i1 == j2 - j1):
            run = zip(range(i1, i2), range(j1, j2))
            found.update((i, j) for i, j in run if source[i][0] == tree[j][0])
    return found
