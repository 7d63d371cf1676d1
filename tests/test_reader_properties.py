"""Whatever happens to a page, it can be read, and no option of it is lost in silence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from exam_notes.weave import Weaver
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.utils import get_relative_url

from tests.damage import damaged_pages
from tests.notes import EXTENSIONS, problems, site_of
from tests.test_cases import BASE, pages_of

PATH = "services/s3.md"
# The same examples at every run, so that a failure is a failure for everybody.
thorough = settings(max_examples=150, deadline=None, derandomize=True, database=None)

OPENER = re.compile(r"[ >]*\[!(success|failure)\](.*)", re.IGNORECASE)
HIDDEN = re.compile(r"<pre\b.*?</pre>|<!--.*?-->", re.DOTALL)
HIDING = ("```", "~~~", "<!--")


def site_with(page: str) -> dict[str, str]:
    return {**pages_of(BASE), PATH: page}


@thorough
@given(damaged_pages())
def test_problems_of_a_damaged_page_are_sorted_and_each_told_once(page: str) -> None:
    found = problems(site_with(page))
    assert list(found) == sorted(set(found))
    assert len({str(problem) for problem in found}) == len(found)


@thorough
@given(damaged_pages())
def test_no_option_is_lost_in_silence(page: str) -> None:
    sources = site_with(page)
    named = {p.line for p in problems(sources) if p.path == f"docs/{PATH}"}
    silent = [entry for line, *entry in openers(page) if line not in named]
    read = [
        [option.verdict.value, letters(option.title.text)]
        for question in site_of(sources).by_path[PATH].questions
        for option in question.options
    ]
    assert is_part_in_order(silent, read), (silent, read)


def openers(page: str) -> list[tuple[int, str, str]]:
    """Return line, verdict and letters of what looks like an option outside code and comments."""
    visible = visible_lines(page)
    return [
        (number, match[1].lower(), letters(match[2]))
        for number, line in enumerate(page.splitlines(), start=1)
        if (match := OPENER.match(line)) and number in visible
    ]


def visible_lines(page: str) -> set[int]:
    """Return the lines that look like options and are not shown as code or hidden in a comment.

    Independent of the scanner under test: the openers are marked, and the marks looked for.
    """
    lines = page.splitlines()
    if not any(sign in page for sign in HIDING):
        return set(range(1, len(lines) + 1))
    marked = [
        f"{line} mark{n}mark" if OPENER.match(line) else line for n, line in enumerate(lines, 1)
    ]
    html = Markdown(extensions=[*EXTENSIONS], extension_configs={**EXTENSIONS}).convert(
        "\n".join(marked)
    )
    hidden = {int(n) for part in HIDDEN.findall(html) for n in re.findall(r"mark(\d+)mark", part)}
    return set(range(1, len(lines) + 1)) - hidden


def letters(text: str) -> str:
    """Return the beginning of a title without its markup."""
    return "".join(re.findall(r"[a-z0-9]", text.lower()))[:12]


def is_part_in_order(part: Iterable[list[str]], whole: Iterable[list[str]]) -> bool:
    rest = iter(whole)
    return all(entry in rest for entry in part)


@thorough
@given(damaged_pages())
def test_a_damaged_page_can_be_woven(page: str) -> None:
    site = site_of(site_with(page))
    weaver = Weaver(site, lambda kind, _context: kind, get_relative_url)
    for own in site.pages:
        weaver.weave(own)
