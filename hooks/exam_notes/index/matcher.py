"""Finds terms in visible text: whole words, the longest name first, nothing twice.

A text is read word by word, and each word is looked up, so the time does not grow with the number
of terms. "AZ" does not match inside "Multi-AZ": a hyphenated word is one word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from exam_notes.model import Term

_WORD = re.compile(r"\w+(?:[-.]\w+)*|[^\w\s]")
_POSSESSIVE = re.compile(r"['’]s\b")

Words = tuple[str, ...]


class Name(NamedTuple):
    """A name of a term, in the words it is written with."""

    words: Words
    term: str


class Matcher:
    """Knows the names and aliases of all terms; `find` tells which of them a text holds."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._names: dict[Words, list[Name]] = defaultdict(list)  # by their words in lower case
        lengths: dict[str, set[int]] = defaultdict(set)
        for term in terms:
            for name in (term.name, *term.aliases):
                for words in _spoken(tuple(_WORD.findall(name))):
                    self._names[words].append(Name(tuple(_WORD.findall(name)), term.id))
                    lengths[words[0]].add(len(words))
        for names in self._names.values():
            names.sort()  # whatever the order of the terms
        # How many words the names have that begin with a word; the longest are tried first.
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def find(self, text: str) -> Iterator[str]:
        """Yield the ids of the terms in `text`, in order, once for each occurrence.

        A name that is broken over two lines of `text`, which are two blocks, does not count.
        """
        for line in _POSSESSIVE.sub("", text).split("\n"):
            yield from self._find_in_line(tuple(_WORD.findall(line)))

    def _find_in_line(self, words: Words) -> Iterator[str]:
        lower = tuple(map(str.lower, words))
        free = 0  # words before this one belong to a name that was found
        for position, first in enumerate(lower):
            if first in self._lengths and position >= free:
                length, term = self._longest_at(words, lower, position)
                if length:
                    free = position + length
                    yield term

    def _longest_at(self, words: Words, lower: Words, position: int) -> tuple[int, str]:
        for length in self._lengths[lower[position]]:
            end = position + length
            for name in self._names.get(lower[position:end], ()):
                if all(map(_agrees, name.words, words[position:end])):
                    return length, name.term
        return 0, ""


def _spoken(words: Words) -> list[Words]:
    """Return the words of a name in lower case, as they are and with a plural s."""
    lower = tuple(map(str.lower, words))
    return [lower, (*lower[:-1], f"{lower[-1]}s")] if lower else []


def _agrees(own: str, word: str) -> bool:
    """Tell whether a word that reads like a name's is written like it: acronyms in capitals."""
    is_acronym = len(own) > 1 and own.upper() == own and own.lower() != own
    return not is_acronym or word in (own, f"{own}s")
