"""Addresses of options and change notes. They are permanent: made of words, not of positions."""

from __future__ import annotations

from collections.abc import Container
from hashlib import sha256

from markdown.extensions.toc import slugify

LONGEST = 60


def option_anchor(question: str, text: str, taken: Container[str]) -> str:
    """Return `question--slug-of-the-text`, and a short hash of the text where that is `taken`."""
    anchor = f"{question}--{_short(slugify(text, '-')) or 'option'}"
    if anchor in taken:
        anchor += "-" + sha256(text.encode()).hexdigest()[:6]
    return _numbered(anchor, taken)


def change_anchor(owner: str, label: str, taken: Container[str]) -> str:
    """Return the anchor of a change note, made of its title, below the anchor of its owner."""
    return _numbered(f"{owner}--{slugify(label, '-') or 'change'}", taken)


def _short(slug: str) -> str:
    """Cut a slug to 60 characters, at a hyphen where there is one."""
    if len(slug) <= LONGEST:
        return slug
    head = slug[: LONGEST + 1].rpartition("-")[0]
    return head or slug[:LONGEST]


def _numbered(anchor: str, taken: Container[str]) -> str:
    number = 1
    candidate = anchor
    while candidate in taken:
        number += 1
        candidate = f"{anchor}-{number}"
    return candidate
