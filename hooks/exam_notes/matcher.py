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


class Named(NamedTuple):
    """A name of a term, as words: acronyms as they are, other words in lower case."""

    words: tuple[str, ...]
    term: str


class _Beginnings(dict[str, list[Named]]):
    """The names that may begin with a word of a text, the longest first; words are remembered.

    A name of one word that is returned does match.
    """

    def __init__(self, names: Iterable[Named]) -> None:
        super().__init__()
        self._by_first: dict[str, list[Named]] = defaultdict(list)
        for name in sorted(names, key=lambda name: (-len(name.words), name)):
            self._by_first[name.words[0]].append(name)

    def __missing__(self, word: str) -> list[Named]:
        forms = dict.fromkeys((word, word.lower()))
        found = [name for form in forms for name in self._by_first.get(form, ())]
        for form in dict.fromkeys(_singular(word)):
            found += [name for name in self._by_first.get(form, ()) if len(name.words) == 1]
        self[word] = sorted(found, key=lambda name: -len(name.words))
        return self[word]


class Matcher:
    """Knows the names and aliases of all terms; `find` tells which of them a text holds."""

    def __init__(self, terms: Iterable[Term]) -> None:
        names = ((name, term.id) for term in terms for name in (term.name, *term.aliases))
        words = ((tuple(map(_normal, _WORD.findall(name))), term) for name, term in names)
        self._beginnings = _Beginnings(Named(*named) for named in words if named[0])

    def find(self, text: str) -> Iterator[str]:
        """Yield the ids of the terms in `text`, in order, once for each occurrence.

        A name that is broken over two lines of `text`, which are two blocks, does not count.
        """
        for line in _POSSESSIVE.sub("", text).split("\n"):
            yield from self._find_in_line(_WORD.findall(line))

    def _find_in_line(self, words: list[str]) -> Iterator[str]:
        free = 0  # words before this one belong to a name that was found
        for position, word in enumerate(words):
            if position >= free and (names := self._beginnings[word]):
                for own, term in names:
                    if len(own) == 1 or _matches(own, words[position : position + len(own)]):
                        free = position + len(own)
                        yield term
                        break


def _normal(word: str) -> str:
    """Return an acronym as it is, and any other word in lower case."""
    is_acronym = len(word) > 1 and word.upper() == word and word.lower() != word
    return word if is_acronym else word.lower()


def _matches(own: tuple[str, ...], words: list[str]) -> bool:
    """Compare word by word; the last word may carry a plural s.

    An acronym equals no word in lower case, so it is found in capitals only.
    """
    if len(words) < len(own):
        return False
    *head, last = words
    same = all(word in (form, form.lower()) for word, form in zip(own, head))
    return same and own[-1] in (last, last.lower(), *_singular(last))


def _singular(word: str) -> tuple[str, ...]:
    return (word[:-1], word[:-1].lower()) if word.endswith("s") else ()
