"""Says what a pull request changes, as Markdown: it compares two notes.json files.

usage: python tests/ci/summary.py BEFORE AFTER
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

Json = dict[str, Any]
Things = Mapping[str, Json]

KINDS = ("Questions", "Terms", "Change notes")
VERBS = ("added", "changed", "removed")
# What the build makes of other questions, and where a thing stands: no author wrote it.
DERIVED = {"id", "anchor", "url", "choose", "terms", "referenced_by"}
NOTHING_BEFORE = "The base of this pull request could not be built: there is nothing to compare.\n"
NO_DIFFERENCE = "No question, no term and no change note differs.\n"

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>|#&~]")


class Difference(NamedTuple):
    """One thing that is not as it was."""

    kind: str
    verb: str
    id: str
    details: str


def main(arguments: list[str]) -> int:
    """Print the summary of two files; without the first there is nothing to compare."""
    before, after = map(Path, arguments)
    if before.is_file():
        old, new = (json.loads(path.read_text("utf-8")) for path in (before, after))
        print(summary(list(differences(old, new))), end="")
    else:
        print(NOTHING_BEFORE, end="")
    return 0


def differences(before: Json, after: Json) -> Iterator[Difference]:
    """Yield what differs between two notes.json, by kind, then by id."""
    for kind, things_of in zip(KINDS, (_questions, _terms, _changes)):
        old, new = things_of(before), things_of(after)
        for id in sorted({*old, *new}):
            if id not in old:
                yield Difference(kind, "added", id, _name(new[id]))
            elif id not in new:
                yield Difference(kind, "removed", id, _name(old[id]))
            elif details := ", ".join(_details(old[id], new[id])):
                yield Difference(kind, "changed", id, details)


def summary(found: list[Difference]) -> str:
    """Return a table of counts and a table of what differs."""
    if not found:
        return NO_DIFFERENCE
    seen = [(difference.kind, difference.verb) for difference in found]
    counts = [[kind, *(str(seen.count((kind, verb))) for verb in VERBS)] for kind in KINDS]
    rows = [[d.kind, d.verb, f"`{d.id}`", _plain(d.details)] for d in found]
    head = ["What", "", "Id", "Title, or what differs"]
    return f"{_table(['', *VERBS], counts)}\n{_table(head, rows)}"


def _questions(notes: Json) -> Things:
    return {question["id"]: question for question in notes["questions"]}


def _terms(notes: Json) -> Things:
    return {term["id"]: term for term in notes["terms"]}


def _changes(notes: Json) -> Things:
    """Return the change notes of all questions and options by anchor."""
    holders = [h for question in notes["questions"] for h in (question, *question["options"])]
    return {change["anchor"]: change for holder in holders for change in holder["changes"]}


def _name(thing: Json) -> str:
    """Return what a question, a term or a change note is called."""
    if "title" in thing:
        return str(thing["title"]["text"])
    return str(thing.get("name") or thing["label"])


def _details(old: Json, new: Json) -> Iterator[str]:
    """Yield the name of each part that differs; for the places of a term, which came and went."""
    for part in sorted({*old, *new} - DERIVED - {"places"}):
        if old.get(part) != new.get(part):
            yield part
    places = [{f"{p['anchor']} ({p['role']})" for p in x.get("places", [])} for x in (old, new)]
    yield from (f"+ {place}" for place in sorted(places[1] - places[0]))
    yield from (f"- {place}" for place in sorted(places[0] - places[1]))


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _plain(text: str) -> str:
    """Return `text` so that Markdown shows it as it is: a pull request may hold anything."""
    return _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", " ".join(text.split()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
