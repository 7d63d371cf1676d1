"""Lays the notes of a pull request over a checkout of its base, as data and nothing else.

usage: python tests/ci/lay_over.py HEAD BASE

BASE gets the docs of HEAD, its list of published ids, and the pages that its navigation names;
rules, settings, templates and everything else stay the base's.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

IDS = "tests/published-ids.txt"
SETTINGS = "mkdocs.yml"
DEEPEST = 4  # sections within sections
LARGEST = 200_000  # characters

_NAVIGATION = re.compile(r"^nav:.*\n(?:[ \t#-].*\n|\n)*", re.MULTILINE)


class RefusedError(Exception):
    """A pull request whose docs cannot be taken as data."""


class _Loader(yaml.SafeLoader):
    """Makes plain values only, and nothing of an alias: a few lines could stand for millions."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise RefusedError(f"{SETTINGS} has an alias")
        return super().compose_node(parent, index)


_Loader.add_multi_constructor("!", lambda *_: None)


def main(arguments: list[str]) -> int:
    """Return 0, or 1 and the reason where HEAD has more than data."""
    head, base = map(Path, arguments)
    try:
        lay_over(head, base)
    except (RefusedError, yaml.YAMLError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def lay_over(head: Path, base: Path) -> None:
    """Replace the notes of `base` by those of `head`; RefusedError where that is not safe."""
    names = [part for part in ("docs", SETTINGS, IDS) if (head / part).exists()]
    for file in (file for name in names for file in (head / name, *(head / name).rglob("*"))):
        if file.is_symlink() or not (file.is_dir() or file.is_file()):
            raise RefusedError(f"{file.relative_to(head)} is a link, or no plain file")
    navigation = navigation_in((head / SETTINGS).read_text("utf-8"))
    shutil.rmtree(base / "docs")
    shutil.copytree(head / "docs", base / "docs")
    if IDS in names:
        shutil.copyfile(head / IDS, base / IDS)
    settings = base / SETTINGS
    settings.write_text(with_navigation(settings.read_text("utf-8"), navigation), "utf-8")


def navigation_in(settings: str) -> Any:
    """Return the value of `nav`: names, lists and mappings; RefusedError where there is more."""
    if len(settings) > LARGEST:
        raise RefusedError(f"{SETTINGS} is too long")
    content = yaml.load(settings, _Loader)  # a SafeLoader
    navigation = content.get("nav") if isinstance(content, dict) else None
    for place in _places(navigation, DEEPEST):
        if not re.fullmatch(r"(?:[a-z0-9-]+/)*[a-z0-9-]+\.md", place):
            raise RefusedError(f"{SETTINGS}: nav names {place!r}, which is no page")
    return navigation


def _places(entry: Any, depth: int) -> Iterator[str]:
    if depth < 0:
        raise RefusedError(f"{SETTINGS}: nav is too deep")
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, dict | list):
        for inner in entry.values() if isinstance(entry, dict) else entry:
            yield from _places(inner, depth - isinstance(entry, dict))


def with_navigation(settings: str, navigation: Any) -> str:
    """Return the settings with another navigation; with none where it is None."""
    rest = _NAVIGATION.sub("", settings, count=1)
    if navigation is None:
        return rest
    return f"{rest}\n{yaml.safe_dump({'nav': navigation}, sort_keys=False)}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
