"""Addresses of options and change notes. They are permanent: made of words, not of positions."""

from __future__ import annotations

from collections.abc import Container
from hashlib import sha256

from markdown.extensions.toc import slugify

LONGEST = 60
_HASH = 6  # of its digits; a question has a handful of options


def option_anchor(question: str, text: str, taken: Container[str]) -> str:
    """Return `question--slug-of-the-text`, made of question and text alone.

    A slug that does not hold the whole text ends with a short hash of it: cut at 60 characters, or
    with signs or letters that a slug has not. So no option that is added, removed or sorted beside
    it moves an address. Only where two texts are equal does a number follow.
    """
    return _numbered(f"{question}--{_slug(text)}", taken)


def change_anchor(owner: str, label: str, taken: Container[str]) -> str:
    """Return the anchor of a change note, made of its title, below the anchor of its owner."""
    return _numbered(f"{owner}--{slugify(label, '-') or 'change'}", taken)


def _slug(text: str) -> str:
    words = " ".join(text.split())
    slug = slugify(words, "-")
    if slug == words.lower().replace(" ", "-") and len(slug) <= LONGEST:
        return slug
    digits = sha256(words.encode()).hexdigest()[:_HASH]
    return f"{_short(slug, LONGEST - _HASH - 1)}-{digits}".lstrip("-")


def _short(slug: str, longest: int) -> str:
    """Cut a slug to a length, at a hyphen where there is one."""
    if len(slug) <= longest:
        return slug
    head = slug[: longest + 1].rpartition("-")[0]
    return head or slug[:longest]


def _numbered(anchor: str, taken: Container[str]) -> str:
    number = 1
    candidate = anchor
    while candidate in taken:
        number += 1
        candidate = f"{anchor}-{number}"
    return candidate
