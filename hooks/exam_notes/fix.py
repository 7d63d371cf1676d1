"""`check --fix`: mends what is mechanical, and nothing else. Running it twice changes nothing more.

Spacing first, on lines alone; then ids and order, for which the mended text is read anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from exam_notes.fix_spacing import with_spacing
from exam_notes.order import SortKey, alphabetical, term_key
from exam_notes.outline import Outline
from exam_notes.paths import TERMS, service_slug
from exam_notes.project import Project
from exam_notes.settings import Extensions
from exam_notes.source_lines import Lines, locate
from exam_notes.standalone import read_page


def fix_notes(project: Project, is_wanted: Callable[[str], bool]) -> list[str]:
    """Mend the wanted pages of a project on disk; return the files that changed.

    `is_wanted` receives a file as a contributor names it: docs/services/s3.md.
    """
    changed = []
    for path, source in project.sources().items():
        mended = fix_page(path, source, project.settings.extensions)
        if mended != source and is_wanted(f"docs/{path}"):
            (project.docs / path).write_text(mended, "utf-8")
            changed.append(f"docs/{path}")
    return changed


def fix_page(path: str, source: str, extensions: Extensions) -> str:
    """Return the mended text of the page at `path`. Pages without questions or terms stay."""
    if path != TERMS and not service_slug(path):
        return source
    spaced = with_spacing(source) if service_slug(path) else source
    outline = read_page(path, spaced, extensions).outline
    lines = locate(spaced, outline)
    keys = _term_keys(outline, lines) if path == TERMS else _option_keys(outline, lines)
    with_ids = _with_ids(path, spaced.split("\n"), outline, lines)
    borders = {*keys, *lines.headings, *_openers(lines)}
    return "\n".join(_sorted(with_ids, sorted(borders), keys))


def _term_keys(outline: Outline, lines: Lines) -> dict[int, SortKey]:
    """Return the sort key of each term, by the line of its heading."""
    headings = zip(outline.headings, lines.headings)
    return {n: term_key(heading.title.text) for heading, n in headings if heading.level == 2}


def _option_keys(outline: Outline, lines: Lines) -> dict[int, SortKey]:
    """Return the sort key of each option, by its line. A question with stray text is left alone."""
    return {
        lines.of_callout(option.anchor): alphabetical(option.title.text)
        for question in outline.questions
        for option in question.options
        if not question.stray
    }


def _openers(lines: Lines) -> Iterator[int]:
    return (opener.line for opener, _ in lines.openers if opener.before.strip() == ">")


def _with_ids(path: str, texts: Sequence[str], outline: Outline, lines: Lines) -> list[str]:
    """Give every second-level heading without an id one that is made of its title.

    A heading with braces has something in them that an author has to look at.
    """
    result = list(texts)
    taken = {heading.id for heading in outline.headings if heading.explicit}
    slug = service_slug(path)
    for heading, number in zip(outline.headings, lines.headings):
        text = result[number - 1]
        if heading.level == 2 and not heading.explicit and re.match(r"## [^{}]*$", text):
            id = _free(f"{slug}-{heading.id}" if slug else heading.id, taken)
            result[number - 1] = f"{text.rstrip()} {{ #{id} }}"
    return result


def _free(id: str, taken: set[str]) -> str:
    """Return the first of id, id-2, id-3 ... that is not taken, and take it."""
    number = 1
    free = id
    while free in taken:
        number += 1
        free = f"{id}-{number}"
    taken.add(free)
    return free


def _sorted(
    texts: Sequence[str], borders: Sequence[int], keys: Mapping[int, SortKey]
) -> Iterator[str]:
    """Yield the lines with each run of neighbouring blocks that have a key in order.

    A block goes from its border to the next. The empty lines at its end stay where they are.
    """
    yield from texts[: borders[0] - 1 if borders else len(texts)]
    blocks = list(pairwise([*borders, len(texts) + 1]))
    for has_key, run in groupby(blocks, lambda block: block[0] in keys):
        parts = [(keys.get(start), *_split(texts[start - 1 : end - 1])) for start, end in run]
        bodies = [part[1] for part in (sorted(parts, key=_key) if has_key else parts)]
        for body, (_, _, gap) in zip(bodies, parts):
            yield from (*body, *gap)


def _key(part: tuple[SortKey | None, list[str], list[str]]) -> SortKey:
    return part[0] or ()


def _split(texts: Sequence[str]) -> tuple[list[str], list[str]]:
    """Split a block into its body and the empty lines at its end."""
    length = next((i for i in range(len(texts), 0, -1) if texts[i - 1].strip()), 0)
    return list(texts[:length]), list(texts[length:])
