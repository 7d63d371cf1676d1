"""What is four times as long takes about four times as long: told by the ratio, on any machine."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from time import process_time

import pytest
from exam_notes.index.notes import Notes
from exam_notes.lint.check import problems_of
from exam_notes.lint.circumstances import Circumstances
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.page import Located
from exam_notes.lint.rules import n030_link_leads_somewhere
from exam_notes.marks import Cut
from exam_notes.reading.outline import NOTHING
from exam_notes.reading.page import Page
from exam_notes.reading.page_text import PageText
from exam_notes.reading.published import read_published

from tests.support.notes import site_of

# Doubled twice, linear work takes 4 times as long, quadratic work 16 times. Between the two lies
# more room for what else the machine does than where it is doubled once.
GROWTH, LINEAR = 4, 8
Work = Callable[[], object]


def links(count: int) -> Work:
    """Return the search for the lines of so many links, on a page that holds nothing else."""
    return _lines_of([f"missing-{n}.md" for n in range(count)], "-")


def escaped_links(count: int) -> Work:
    """The same with addresses that stand otherwise in the source than Markdown reads them."""
    return _lines_of([f"missing_{n}.md" for n in range(count)], "\\_")


def _lines_of(addresses: list[str], sign: str) -> Work:
    source = "\n\n".join(f"[a]({re.sub('[-_]', lambda _: sign, one)})" for one in addresses)
    page = Page("about.md", "", PageText(source), NOTHING, Cut((), {}), (), ())

    def search() -> list[int]:
        located = Located.of(page)
        return [located.line_of_address(address) for address in addresses]

    assert search() == [1 + 2 * n for n in range(len(addresses))]
    return search


def _check_of_links(notes: Notes, files: frozenset[str]) -> Work:
    circumstances = Circumstances(date(2026, 11, 26), read_published("", ""), (), files=files)
    return lambda: [*n030_link_leads_somewhere.check(Inspection(notes, circumstances))]


def chain(count: int) -> Work:
    """Return the reading of a chain of arrows: the first address has moved `count` times."""
    text = "\n".join(f"s3-{n} -> s3-{n + 1}" for n in range(count))
    return lambda: read_published("ids.txt", text).aliases


def circle(count: int) -> Work:
    text = "\n".join(f"s3-{n} -> s3-{(n + 1) % count}" for n in range(count))
    return lambda: read_published("ids.txt", text).aliases


def _time(work: Work) -> float:
    """Return the processor's time for a piece of work: the least of five, without what disturbs."""
    times = []
    for _ in range(5):
        begun = process_time()
        work()
        times.append(process_time() - begun)
    return min(times)


@pytest.mark.parametrize(
    ("made", "count"), [(links, 1_000), (escaped_links, 1_000), (chain, 1_500), (circle, 1_500)]
)
def test_time_grows_as_the_input_does(made: Callable[[int], Work], count: int) -> None:
    assert _time(made(count * GROWTH)) < LINEAR * _time(made(count))


class Files(frozenset[str]):
    """Counts how often somebody looks through all of them."""

    looked_through = 0

    def __iter__(self) -> Iterator[str]:
        self.looked_through += 1
        return super().__iter__()


def test_files_are_looked_through_once_however_many_links_there_are() -> None:
    page = "# A\n\n" + "\n\n".join(f"[a](missing-{n}.md)" for n in range(50))
    files = Files(["a.md"])
    assert _check_of_links(site_of({"about.md": page}), files)() != []
    assert files.looked_through == 1


def test_every_link_is_told_at_its_line() -> None:
    page = "# A\n\n" + "\n\n".join(f"[a](missing-{n}.md)" for n in range(300))
    circumstances = Circumstances(date(2026, 11, 26), read_published("", ""), ())
    found = problems_of(site_of({"about.md": page}), circumstances)
    assert [p.line for p in found if p.code == "N030"] == [3 + 2 * n for n in range(300)]


def test_a_chain_leads_to_its_end() -> None:
    published = read_published("", "s3-a -> s3-b\ns3-c -> s3-b\ns3-b -> s3-d\n")
    assert published.aliases == {"s3-d": ("s3-a", "s3-c", "s3-b")}


def test_no_address_of_a_circle_is_its_own_old_one() -> None:
    aliases = read_published("", "s3-a -> s3-b\ns3-b -> s3-a\n").aliases
    assert [id for id, old in aliases.items() if id in old] == []
