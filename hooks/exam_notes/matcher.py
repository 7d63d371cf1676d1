"""Finds terms in visible text: whole words, the longest name first, nothing twice.

A text is read word by word, and each word is looked up, so the time does not grow with the number
of terms. "AZ" does not match inside "Multi-AZ": a hyphenated word is one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from exam_notes.model import Term

_WORD = re.compile(r"\w+(?:[-.]\w+)*|[^\w\s]")
_POSSESSIVE = re.compile(r"['’]s\b")

Phrase = tuple[str, ...]


class Matcher:
    """Knows the names and aliases of all terms; `find` tells which of them a text holds."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._phrases: dict[str, list[tuple[Phrase, str]]] = {}
        for term in terms:
            for name in (term.name, *term.aliases):
                self._add(name, term.id)
        for phrases in self._phrases.values():
            phrases.sort(key=lambda entry: (-len(entry[0]), entry))

    def _add(self, name: str, term: str) -> None:
        phrase = tuple(_normal(word) for word in _WORD.findall(name))
        if phrase:
            for first in {phrase[0], phrase[0] + "s"} if len(phrase) == 1 else {phrase[0]}:
                self._phrases.setdefault(first, []).append((phrase, term))

    def find(self, text: str) -> Iterator[str]:
        """Yield the ids of the terms in `text`, in order, once for each occurrence.

        A name that is broken over two lines of `text`, which are two blocks, does not count.
        """
        for line in _POSSESSIVE.sub("", text).split("\n"):
            yield from self._find_in_line(_WORD.findall(line))

    def _find_in_line(self, words: list[str]) -> Iterator[str]:
        position = 0
        while position < len(words):
            length, term = self._longest_at(words, position)
            position += length or 1
            if length:
                yield term

    def _longest_at(self, words: list[str], position: int) -> tuple[int, str]:
        word = words[position]
        for first in (word, word.lower()):
            for phrase, term in self._phrases.get(first, ()):
                if _matches(phrase, words[position : position + len(phrase)]):
                    return len(phrase), term
        return 0, ""


def _normal(word: str) -> str:
    """Return an acronym as it is, and any other word in lower case."""
    return word if _is_acronym(word) else word.lower()


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.upper() == word and word.lower() != word


def _matches(phrase: Phrase, words: list[str]) -> bool:
    """Compare word by word; the last word may carry a plural s."""
    if len(words) < len(phrase):
        return False
    *head, last = (_form(own, word) for own, word in zip(phrase, words))
    return tuple(head) == phrase[:-1] and last in (phrase[-1], phrase[-1] + "s")


def _form(own: str, word: str) -> str:
    return word if _is_acronym(own) else word.lower()
