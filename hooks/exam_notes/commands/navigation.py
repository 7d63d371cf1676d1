"""Puts a page of a service into `nav` of mkdocs.yml, as text: comments and forms stay."""

from __future__ import annotations

import re
from typing import NamedTuple

from exam_notes.commands.skeleton_error import SkeletonError
from exam_notes.paths import SERVICES

OTHER = "Other"

_PAGE = re.compile(rf"( *)- (?:[^:\n]+: )?['\"]?{re.escape(SERVICES)}([\w.-]+)\.md\b.*")
_GROUP = re.compile(r"( *)- ['\"]?([^:'\"\n]+)['\"]?:\s*(?:#.*)?")


class Group(NamedTuple):
    """A group of the navigation by its name; `pages` has index, indentation and slug of each."""

    name: str
    indent: str
    pages: list[tuple[int, str, str]]


def groups_in(text: str) -> list[Group]:
    """Return the groups that have pages of services."""
    groups: list[Group] = []
    header = Group("", "", [])
    for index, line in enumerate(text.split("\n")):
        if match := _PAGE.fullmatch(line):
            header.pages.append((index, match[1], match[2]))
            if header not in groups:
                groups.append(header)
        elif match := _GROUP.fullmatch(line):
            header = Group(match[2].strip(), match[1], [])
    return groups


def group_for(text: str, wanted: str) -> str:
    """Return the name of the group that a new page goes to: the wanted one, the only one, "Other".

    Raises SkeletonError where there is no such group, or no page of a service at all.
    """
    names = [group.name for group in groups_in(text)]
    if not names:
        raise SkeletonError(f"mkdocs.yml has no line '- {SERVICES}...' in nav; add one for it.")
    known = {name.casefold(): name for name in (*names, OTHER)}
    if wanted and wanted.casefold() not in known:
        listed = ", ".join(f"'{name}'" for name in names)
        raise SkeletonError(f"nav in mkdocs.yml has no group '{wanted}'; write one of {listed}.")
    return known[wanted.casefold()] if wanted else names[0] if len(names) == 1 else OTHER


def with_page(text: str, slug: str, group: str = "") -> str:
    """Return the text of mkdocs.yml with a service's page in a group, in order."""
    name = group_for(text, group)
    lines = text.split("\n")
    groups = groups_in(text)
    own = next((other for other in groups if other.name == name), None)
    last = groups[-1]
    if own is None:
        added = [f"{last.indent}- {name}:", f"{last.pages[0][1]}- {SERVICES}{slug}.md"]
        at = last.pages[-1][0] + 1
    else:
        after = (index for index, _, other in own.pages if other > slug)
        at = next(after, own.pages[-1][0] + 1)
        added = [f"{own.pages[0][1]}- {SERVICES}{slug}.md"]
    return "\n".join([*lines[:at], *added, *lines[at:]])
