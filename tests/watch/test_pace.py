"""One request a second, by a clock of ours; and what hosts send is cut before it is shown."""

from __future__ import annotations

from exam_notes.lint.sources_file import CitedPage
from exam_notes.watch.look import NOT_ASKED, Seen, State
from exam_notes.watch.pace import Pace
from exam_notes.watch.report import as_json, as_lines, clean

PAGE = CitedPage("https://h/a.html", "A", "It says.", ("412", "409"), "2026-11-25", 7)


class Clock:
    """Time that passes by sleeping alone."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def test_requests_are_a_second_apart() -> None:
    clock = Clock()
    pace = Pace(1.0, clock, clock.sleep)
    pace()
    pace()
    clock.now += 0.25
    pace()
    clock.now += 5
    pace()
    assert clock.slept == [1.0, 0.75]


def test_each_page_that_is_not_as_it_was_has_a_line() -> None:
    seen = [
        Seen(PAGE, State.SOUND),
        Seen(PAGE, State.LOST, ("412", "409")),
        Seen(PAGE, State.MOVED, to="https://h/b.md\x1b[31m"),
        Seen(PAGE, State.GONE),
        Seen(PAGE, State.UNREAD, why="the answer was 500"),
        Seen(PAGE, State.ELSEWHERE),
    ]
    assert [*as_lines(seen, "docs/sources.yml")] == [
        "docs/sources.yml:7: lost https://h/a.html: '412', '409'",
        "docs/sources.yml:7: moved https://h/a.html: to https://h/b.md?[31m",
        "docs/sources.yml:7: gone https://h/a.html",
        "docs/sources.yml:7: unread https://h/a.html: the answer was 500",
        "1 sound, 1 lost, 1 moved, 1 gone, 1 unread, 1 elsewhere",
    ]


def test_pages_that_were_not_asked_are_counted_and_not_listed() -> None:
    seen = [
        Seen(PAGE, State.UNREAD, why="no answer in time"),
        Seen(PAGE, State.UNREAD, why=NOT_ASKED),
    ]
    assert [*as_lines(seen, "docs/sources.yml")] == [
        "docs/sources.yml:7: unread https://h/a.html: no answer in time",
        "2 unread, 1 of these not asked, after failures in a row",
    ]


def test_the_watch_is_told_findings_alone() -> None:
    seen = [Seen(PAGE, State.SOUND), Seen(PAGE, State.UNREAD), Seen(PAGE, State.LOST, ("412",))]
    assert as_json(seen, {PAGE.url: ["s3-a"]}) == {
        "format": 1,
        "counts": {"sound": 1, "lost": 1, "moved": 0, "gone": 0, "unread": 1, "elsewhere": 0},
        "found": [
            {"url": PAGE.url, "state": "lost", "marks": ["412"], "to": "", "questions": ["s3-a"]}
        ],
    }


def test_what_a_host_sends_is_cut() -> None:
    assert clean("a\r\n\u202eb" + "x" * 500) == "a???b" + "x" * 195
