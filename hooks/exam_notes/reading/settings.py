"""What mkdocs.yml says about the notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import yaml

from exam_notes.reading.limits import Limits, limits_of

Extensions = Mapping[str, dict[str, Any]]


class Settings(NamedTuple):
    """The Markdown extensions with their settings, and the pages that the navigation names.

    `navigation` has paths below docs/; None where MkDocs makes the navigation by itself.
    """

    extensions: Extensions
    navigation: frozenset[str] | None
    limits: Limits


class _ConfigLoader(yaml.SafeLoader):
    """Reads mkdocs.yml, whose own tags (`!ENV`) mean nothing to the notes."""


_ConfigLoader.add_multi_constructor("!", lambda *_: None)


def read_settings(config: str) -> Settings:
    """Read the text of mkdocs.yml."""
    # A subclass of SafeLoader: it makes plain values only.
    content = yaml.load(config, _ConfigLoader)  # noqa: S506
    extensions = _always() | dict(_extensions(content.get("markdown_extensions") or {}))
    limits = limits_of((content.get("extra") or {}).get("limits"))
    return Settings(extensions, pages_in(content.get("nav")), limits)


def _always() -> dict[str, dict[str, Any]]:
    """Return the extensions that MkDocs adds to every site: mkdocs/config/defaults.py, 1.6.1."""
    return {"toc": {}, "tables": {}, "fenced_code": {}}


def _extensions(given: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the name and the options of each extension, in either of the forms of MkDocs."""
    for entry in [given] if isinstance(given, dict) else given:
        named = entry if isinstance(entry, dict) else {entry: {}}
        yield from ((name, options or {}) for name, options in named.items())


def review_days_in(extra: Any, usual: int) -> int:
    """Return how many days the check of a question counts, by `extra` of mkdocs.yml."""
    days = extra.get("review_days", usual)
    return days if type(days) is int else usual


def pages_in(navigation: Any) -> frozenset[str] | None:
    """Return the pages that the value of `nav` names, however deep."""
    return None if navigation is None else frozenset(_paths(navigation))


class Section(NamedTuple):
    """A heading of the navigation, and the pages that stand directly below it."""

    title: str
    pages: tuple[str, ...]


def sections_in(navigation: Any, title: str = "") -> tuple[Section, ...]:
    """Return the sections that the value of `nav` names, in order, however deep.

    Pages without a heading above them are the section of no title.
    """
    entries = navigation if isinstance(navigation, list) else []
    pages = [page for entry in entries if (page := _page(entry))]
    own = (Section(title, tuple(pages)),) if pages else ()
    inner = (
        section
        for entry in entries
        if isinstance(entry, dict)
        for name, value in entry.items()
        for section in sections_in(value, name)
    )
    return (*own, *inner)


def _page(entry: Any) -> str:
    """Return the page that an entry names, with a title or without, "" where it is a section."""
    values = [*entry.values()] if isinstance(entry, dict) else [entry]
    return next((value for value in values if isinstance(value, str)), "")


def _paths(entry: Any) -> Iterator[str]:
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, dict | list):
        for inner in entry.values() if isinstance(entry, dict) else entry:
            yield from _paths(inner)
