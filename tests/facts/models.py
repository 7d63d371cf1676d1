"""What AWS's own API models say, asserted fact by fact.

A fact stands in a file of this folder under the id of its question: a sentence of ours, where to
look in which model, and what must be found there. Beware: the maximum of a shape is not always the
exam's answer. Only the data of botocore is read; none of its code runs.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import yaml

HERE = Path(__file__).parent
NAMES = ("says", "has", "lacks", "requires")
BOUNDS = ("min", "max")
_KEYS = {"fact", "model", "at", *NAMES, *BOUNDS}
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence of ours, and what witnesses it.

    `says` are marks in the documentation of the place, `has` and `lacks` members of a structure or
    values of an enum, `requires` required members, `min` and `max` the bounds of a shape.
    """

    question: str
    sentence: str
    model: str
    at: str
    says: tuple[str, ...] = ()
    has: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    min: int | None = None
    max: int | None = None

    def __str__(self) -> str:
        return f"{self.question}: {self.sentence}"


class FormError(ValueError):
    """A file of facts is not in form; the message names file and question."""


class _Loader(yaml.SafeLoader):
    """Refuses a key that stands twice: the second would hide the first."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [key.value for key, _ in node.value]
        if twice := {key for key in keys if keys.count(key) > 1}:
            raise FormError(f"line {node.start_mark.line + 1}: {sorted(twice)} stands twice")
        return super().construct_mapping(node, deep)


def facts_in(folder: Path) -> list[Fact]:
    """Read all facts of the files in `folder`; raises FormError."""
    return [fact for file in sorted(folder.glob("*.yml")) for fact in _facts(file)]


def _facts(file: Path) -> Iterator[Fact]:
    try:
        read = yaml.load(file.read_text("utf-8"), _Loader) or {}
        for question, entries in read.items():
            yield from (_fact(question, entry) for entry in entries)
    except (FormError, yaml.YAMLError, AttributeError, TypeError) as error:
        raise FormError(f"{file.name}: {error}") from error


def _fact(question: str, entry: dict[str, Any]) -> Fact:
    wrong = sorted({*entry} - _KEYS | ({"fact", "model", "at"} - {*entry}))
    lists = [entry.get(key, []) for key in NAMES]
    texts = [entry[key] for key in ("fact", "model", "at") if key in entry]
    texts += [item for items in lists for item in items]
    if wrong or not all(isinstance(text, str) and text for text in texts):
        raise FormError(f"{question}: {entry.get('fact')!r}: {wrong or 'a value is no text'}")
    if not all(isinstance(items, list) for items in lists):
        raise FormError(f"{question}: {entry['fact']!r}: a list is wanted")
    says, has, lacks, requires = map(tuple, lists)
    at, bounds = (entry["fact"], entry["model"], entry["at"]), map(entry.get, BOUNDS)
    return Fact(question, *at, says, has, lacks, requires, *bounds)


class Found(NamedTuple):
    """A place of a model: its shape or operation, and its documentation as plain text."""

    shape: dict[str, Any]
    text: str

    @property
    def names(self) -> set[str]:
        """The members of a structure, or the values of an enum."""
        return {*self.shape.get("members", {}), *self.shape.get("enum", [])}


class Models:
    """The API models below a folder, laid out as in botocore; the newest version of each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._read = cache(self._read_file)

    def faults(self, fact: Fact) -> list[str]:
        """Return what does not hold of a fact, in words; nothing where all holds."""
        try:
            found = self.find(fact.model, fact.at)
        except LookupError as error:
            return [str(error.args[0])]
        return [*_faults_of_names(fact, found), *_faults_of_bounds(fact, found)]

    def find(self, service: str, at: str) -> Found:
        """Find an operation, a shape, or `Shape.member`; raises LookupError, which says what."""
        model = self._read(service)
        name, _, member = at.partition(".")
        if not member and name in model["operations"]:
            return _found(model["operations"][name])
        shape = _get(model["shapes"], name, f"the model {service} has no {name}")
        if not member:
            return _found(shape)
        inner = _get(shape.get("members", {}), member, f"{name} has no member {member}")
        return _found(model["shapes"][inner["shape"]], inner)

    def _read_file(self, service: str) -> dict[str, Any]:
        versions = sorted(self.folder.glob(f"{service}/*/service-2.json*"))
        if not versions:
            raise LookupError(f"there is no model {service}")
        content = versions[-1].read_bytes()
        text = gzip.decompress(content) if versions[-1].suffix == ".gz" else content
        model: dict[str, Any] = json.loads(text)
        return model

    def text(self, service: str) -> str:
        """Return all documentation and names of a model, as one plain text."""
        return plain(json.dumps(self._read(service), ensure_ascii=False))


def _get(parts: dict[str, Any], name: str, fault: str) -> dict[str, Any]:
    if name not in parts:
        raise LookupError(fault)
    part: dict[str, Any] = parts[name]
    return part


def _found(shape: dict[str, Any], member: dict[str, Any] | None = None) -> Found:
    texts = [part.get("documentation", "") for part in (member or {}, shape)]
    return Found(shape, plain(" ".join(texts)))


def plain(documentation: str) -> str:
    """Return documentation without its markup, white space joined."""
    return " ".join(unescape(_TAG.sub(" ", documentation)).split())


def _faults_of_names(fact: Fact, found: Found) -> Iterator[str]:
    text, required = found.text.lower(), found.shape.get("required", [])
    yield from (f"does not say '{mark}'" for mark in fact.says if mark.lower() not in text)
    yield from (f"has no {name}" for name in fact.has if name not in found.names)
    yield from (f"has {name}" for name in fact.lacks if name in found.names)
    yield from (f"does not require {name}" for name in fact.requires if name not in required)


def _faults_of_bounds(fact: Fact, found: Found) -> Iterator[str]:
    for name, wanted in (("min", fact.min), ("max", fact.max)):
        actual = found.shape.get(name)
        if wanted is not None and actual != wanted:
            yield f"has {'no ' + name if actual is None else f'{name} {actual}'}, not {wanted}"


BOTOCORE = Models(Path(str(files("botocore") / "data")))
