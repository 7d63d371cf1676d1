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
    extensions = {name: options or {} for name, options in content["markdown_extensions"].items()}
    limits = limits_of((content.get("extra") or {}).get("limits"))
    return Settings(extensions, pages_in(content.get("nav")), limits)


def pages_in(navigation: Any) -> frozenset[str] | None:
    """Return the pages that the value of `nav` names, however deep."""
    return None if navigation is None else frozenset(_paths(navigation))


def _paths(entry: Any) -> Iterator[str]:
    if isinstance(entry, str):
        yield entry
    elif entry:
        for inner in entry.values() if isinstance(entry, dict) else entry:
            yield from _paths(inner)
