"""mkdocs.yml, looked at before anything is read by it.

MkDocs tells some of what is wrong there in its own words, without a line, or not at all. What is
told here keeps the notes from being read, or their problems from being told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import yaml

from exam_notes.lint.settings_values import Value, faults_of_values
from exam_notes.lint.yaml_file import Fault, is_text, line_of, read_yaml

SETTINGS = "mkdocs.yml"
_NAV_FORM = "is no entry of nav; write '- Title: page.md', or '- Title:' with entries below it"


class Entry(NamedTuple):
    """A page, or an address, that the navigation names, and its line."""

    page: str
    line: int


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """The file: what is wrong with it, and what its navigation names."""

    faults: tuple[Fault, ...]
    entries: tuple[Entry, ...]


def settings_file(root: Path) -> SettingsFile | None:
    """Read mkdocs.yml of the project at `root`; None where it has none."""
    file = root / SETTINGS
    return read_settings_file(file.read_bytes(), root) if file.is_file() else None


def read_settings_file(content: bytes, root: Path) -> SettingsFile:
    """Read the bytes of mkdocs.yml; the paths that it names are looked for below `root`."""
    try:
        node = read_yaml(content.decode("utf-8-sig"), yaml.SafeLoader)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return _damaged(Fault(line, "is not UTF-8; save the file as UTF-8"))
    if isinstance(node, Fault):
        return _damaged(node)
    if not isinstance(node, yaml.MappingNode):
        return _damaged(Fault(1, "begins no list of settings; begin it with 'site_name: '"))
    return _read(node, root)


def _damaged(fault: Fault) -> SettingsFile:
    return SettingsFile((fault,), ())


def _read(root_node: yaml.MappingNode, root: Path) -> SettingsFile:
    if shared := next(_shared(root_node, set()), None):
        return _damaged(shared)
    values = [Value.of(key, node) for key, node in root_node.value]
    nav = next((value.node for value in values if value.key == "nav"), None)
    found = [*_entries(nav)] if isinstance(nav, yaml.SequenceNode) else []
    faults = [*faults_of_values(values, root), *(f for f in found if isinstance(f, Fault))]
    entries = tuple(entry for entry in found if isinstance(entry, Entry))
    return SettingsFile(tuple(sorted(set(faults))), entries)


def _shared(node: yaml.Node, seen: set[int]) -> Iterator[Fault]:
    """Yield each place that repeats a part by its name (`*name`): such parts can go round."""
    if not isinstance(node, yaml.CollectionNode):
        return
    if id(node) in seen:
        yield Fault(line_of(node), "is repeated by its name (&, *); write it where it is needed")
        return
    seen.add(id(node))
    parts = (
        node.value if isinstance(node, yaml.SequenceNode) else [n for p in node.value for n in p]
    )
    for part in parts:
        yield from _shared(part, seen)


def _entries(nav: yaml.SequenceNode) -> Iterator[Entry | Fault]:
    """Yield what an item of nav names, however deep, and each item of another form."""
    for item in nav.value:
        node = _named(item)
        if isinstance(node, yaml.SequenceNode):
            yield from _entries(node)
        elif node is not None and is_text(node) and node.tag.endswith(":str"):
            yield Entry(node.value, line_of(node))
        else:
            yield Fault(line_of(item), _NAV_FORM)


def _named(item: yaml.Node) -> yaml.Node | None:
    """Return what an item gives a title to, or the item itself where it has none."""
    if not isinstance(item, yaml.MappingNode):
        return item if is_text(item) else None
    pairs = item.value
    is_one = len(pairs) == 1 and is_text(pairs[0][0])
    return pairs[0][1] if is_one else None
