"""From what the watch found to the text of an issue. Pure: nothing here asks or writes.

The job that found it has read pages of another host, so all of it is hostile: it is held against a
schema, and its words stand in fences alone, cut, without anything that GitHub would follow.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, NamedTuple

TITLE = "Facts that need a look"
STATES = ("lost", "moved", "gone")
COUNTS = {"sound", "unread", "elsewhere", *STATES}
_MOST_BYTES = 100_000
_MOST = 20
_LONGEST = 200
_SHOWN = 10
_ABOUT = (
    "The weekly watch compared the notes with AWS's API models and with the cited pages. It "
    "changes no note and no day: read the page, mend the note, and only then move the day."
)

Check = Callable[[Any], bool]


class RefusedError(ValueError):
    """What was found is not in form; the message names the field, and none of its words."""


class Place(NamedTuple):
    """Where a question stands: a file below the project's root, and its line."""

    path: str
    line: int


class Project(NamedTuple):
    """What is ours: the address of the files on the web, questions and terms, cited pages."""

    files: str
    places: Mapping[str, Place]
    urls: Collection[str]


class Found(NamedTuple):
    """What the watch found, in form."""

    botocore: str
    facts: int
    broken: int
    broken_facts: Sequence[Mapping[str, Any]]
    counts: Mapping[str, int]
    pages: Sequence[Mapping[str, Any]]

    @property
    def is_well(self) -> bool:
        return not self.broken and not any(self.counts.get(state) for state in STATES)

    @property
    def is_complete(self) -> bool:
        """Tell whether every page was read: else nobody knows that all is well."""
        return bool(self.counts.get("sound")) and not self.counts.get("unread")


def read_found(text: str, project: Project) -> Found:
    """Hold what was found against its schema; raises RefusedError."""
    if len(text) > _MOST_BYTES:
        raise RefusedError("it is too long")
    try:
        read = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RefusedError("it is no JSON") from error
    _hold(read, _schema(project), "found")
    return Found(**{name: value for name, value in read.items() if name != "format"})


def _schema(project: Project) -> Mapping[str, Any]:
    """Return what each field must be: a check, a mapping of fields, or a list of one kind."""
    id = _one_of(project.places)
    fact = {"question": id, "fact": _words, "faults": [_words]}
    page = {
        "url": _one_of(project.urls),
        "state": _one_of(STATES),
        "marks": [_words],
        "to": _words,
        "questions": [id],
    }
    return {
        "format": lambda value: value == 1,
        "botocore": lambda value: _is_text(value) and bool(re.fullmatch(r"[\d.]{5,20}", value)),
        "facts": _number,
        "broken": _number,
        "broken_facts": [fact],
        "counts": _counts,
        "pages": [page],
    }


def _hold(value: Any, schema: Any, field: str) -> None:
    if isinstance(schema, Mapping):
        if not isinstance(value, dict) or value.keys() != schema.keys():
            raise RefusedError(f"{field} has other fields")
        for name, inner in schema.items():
            _hold(value[name], inner, f"{field}.{name}")
    elif isinstance(schema, list):
        if not isinstance(value, list) or len(value) > _MOST:
            raise RefusedError(f"{field} is no short list")
        for item in value:
            _hold(item, schema[0], field)
    elif not schema(value):
        raise RefusedError(f"{field} is not in form")


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _words(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST


def _number(value: Any) -> bool:
    return type(value) is int and 0 <= value <= 1_000_000


def _counts(value: Any) -> bool:
    return isinstance(value, dict) and {*value} <= COUNTS and all(map(_number, value.values()))


def _one_of(known: Collection[str]) -> Check:
    return lambda value: isinstance(value, str) and value in known


def body_of(found: Found, project: Project) -> str:
    """Return the text of the issue, in GitHub's Markdown."""
    facts = [_fact(fact, project) for fact in found.broken_facts[:_SHOWN]]
    pages = [_page(page, project) for page in found.pages[:_SHOWN]]
    told = sum(found.counts.get(state, 0) for state in STATES)
    parts = [
        _ABOUT,
        *_section(f"Facts that do not hold in botocore {found.botocore}", facts, found.broken),
        *_section("Cited pages that changed", pages, told),
        f"{found.facts - found.broken} of {found.facts} facts hold. Pages: "
        + ", ".join(f"{count} {state}" for state, count in sorted(found.counts.items()))
        + ".",
    ]
    return "\n\n".join(parts) + "\n"


def _section(title: str, items: Sequence[str], total: int) -> list[str]:
    if not items:
        return []
    more = [f"And {total - len(items)} more."] if total > len(items) else []
    return [f"## {title}", *items, *more]


def _fact(fact: Mapping[str, Any], project: Project) -> str:
    question = fact["question"]
    return f"{_link(question, project)}\n\n{fence([fact['fact'], *fact['faults']])}"


def _page(page: Mapping[str, Any], project: Project) -> str:
    links = ", ".join(_link(question, project) for question in page["questions"])
    lost = [f"lost: {mark}" for mark in page["marks"]]
    moved = [f"to {page['to']}"] if page["to"] else []
    words = fence([f"{page['state']}: {page['url']}", *lost, *moved])
    return f"{links or 'Cited by no question'}\n\n{words}"


def _link(id: str, project: Project) -> str:
    """Return a link to a question or term of ours, at its line."""
    place = project.places[id]
    return f"[`{id}`]({project.files}{place.path}?plain=1#L{place.line})"


def fence(lines: Sequence[str]) -> str:
    """Return lines as a block of code that nothing in them can end, mention or break."""
    text = "\n".join(_plain(line) for line in lines)
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    ticks = "`" * max(3, longest + 1)
    return f"{ticks}text\n{text}\n{ticks}"


def _plain(line: str) -> str:
    """Cut a line; replace what cannot be printed, and what would mention somebody."""
    shown = "".join(sign if sign.isprintable() else "?" for sign in line[:_LONGEST])
    return shown.replace("@", "(at)")
