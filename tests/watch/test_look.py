"""Each fault of a cited page, on a host of our own: gone, moved, a mark lost, or not to be read."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from exam_notes.lint.sources_file import CitedPage
from exam_notes.watch.cache import Cache
from exam_notes.watch.fetch import Fetcher, Limits
from exam_notes.watch.look import MOST_FAILURES, Look, Seen, State, markdown_address

from tests.watch.hosts import (
    Host,
    Reply,
    conditional,
    cut_short,
    endless,
    markdown,
    redirect,
    serve,
    silent,
    status,
)

PAGE, TEXT = "/s3/writes.html", "/s3/writes.md"
MARK = "412 Precondition Failed"
GOOD = f"# Writes\n\nThe answer is {MARK}.\n"
LIMITS = Limits(size=100_000, seconds=0.5, hops=3)
PATIENT = Limits(size=100_000, seconds=20, hops=3)


@pytest.fixture
def host() -> Iterator[Host]:
    with serve() as running:
        yield running


def cited(host: Host, path: str = PAGE, *marks: str) -> CitedPage:
    return CitedPage(host.url(path), "Writes", "It says.", marks or (MARK,), "2026-11-25", 1)


def look(host: Host, folder: Path, day: str = "2026-11-25", limits: Limits = PATIENT) -> Look:
    return Look(Fetcher(host.origin, limits, agent="test of exam-notes"), Cache(folder), day)


def seen(host: Host, folder: Path, reply: Reply, limits: Limits = PATIENT) -> Seen:
    """Return what is seen of a page whose Markdown form is answered with `reply`."""
    host.replies[TEXT] = reply
    [found] = look(host, folder, limits=limits).all([cited(host)])
    return found


def test_a_page_that_is_as_it_was_is_sound(host: Host, tmp_path: Path) -> None:
    found = seen(host, tmp_path, markdown(GOOD))
    assert (found.state, host.asked) == (State.SOUND, [TEXT])
    assert host.headers[0]["User-Agent"] == "test of exam-notes"


@pytest.mark.parametrize(
    "text",
    [
        "the answer is 412\nPrecondition   Failed",
        "**412** `Precondition` [Failed](other.html)",
        "412 precondition failed",
        "412&nbsp;Precondition\u00a0Failed",
        "412 <code>Precondition</code> Failed",
    ],
)
def test_a_mark_is_found_across_lines_and_markup(host: Host, tmp_path: Path, text: str) -> None:
    assert seen(host, tmp_path, markdown(text)).state is State.SOUND


@pytest.mark.parametrize("text", ["", "413 Precondition Failed", "412 and Precondition Failed"])
def test_a_mark_that_is_gone_is_told(host: Host, tmp_path: Path, text: str) -> None:
    found = seen(host, tmp_path, markdown(text))
    assert (found.state, found.marks) == (State.LOST, (MARK,))


def test_a_page_that_is_gone_is_told(host: Host, tmp_path: Path) -> None:
    assert seen(host, tmp_path, status(404)).state is State.GONE
    assert host.asked == [TEXT, PAGE]


def test_a_page_that_has_no_markdown_form_is_not_gone(host: Host, tmp_path: Path) -> None:
    host.replies[PAGE] = markdown("<html>", "text/html")
    found = seen(host, tmp_path, status(404))
    assert (found.state, found.why) == (State.UNREAD, "it has no Markdown form")


def test_a_page_whose_markdown_is_gone_may_have_moved(host: Host, tmp_path: Path) -> None:
    host.replies |= {PAGE: redirect("/s3/new.html"), "/s3/new.html": markdown("", "text/html")}
    found = seen(host, tmp_path, status(404))
    assert (found.state, found.to) == (State.MOVED, host.url("/s3/new.html"))


def test_a_page_that_moved_is_told_with_its_new_address(host: Host, tmp_path: Path) -> None:
    host.replies["/s3/new.md"] = markdown(GOOD)
    found = seen(host, tmp_path, redirect("new.md"))
    assert (found.state, found.to) == (State.MOVED, host.url("/s3/new.md"))


@pytest.mark.parametrize(
    "to",
    [
        "https://evil.example/x.md",
        "//evil.example/x.md",
        "file:///etc/passwd",
        "https://127.0.0.1/s3/writes.md",
    ],
)
def test_a_redirect_off_the_host_is_not_followed(host: Host, tmp_path: Path, to: str) -> None:
    found = seen(host, tmp_path, redirect(to))
    assert (found.state, host.asked) == (State.MOVED, [TEXT])
    assert found.to.endswith(to)


def test_a_host_that_only_looks_like_ours_is_another(host: Host, tmp_path: Path) -> None:
    found = seen(host, tmp_path, redirect(f"http://user@{host.origin.host}/s3/new.md"))
    assert (found.state, host.asked) == (State.MOVED, [TEXT])


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (status(500), "the answer was 500"),
        (status(403), "the answer was 403"),
        (status(302), "the answer was 302"),
        (redirect(TEXT), "more than 3 redirects"),
        (markdown("x" * 100_001), "more than 100000 bytes"),
        (endless, "more than 100000 bytes"),
        (markdown(GOOD, "text/html"), "the answer was of the type 'text/html'"),
        (markdown(GOOD, "application/octet-stream"), "the answer was of the type 'appl"),
        (cut_short, "it broke off"),
    ],
)
def test_a_page_that_cannot_be_read_may_be_as_it_was(
    host: Host, tmp_path: Path, reply: Reply, why: str
) -> None:
    found = seen(host, tmp_path, reply)
    assert (found.state, found.why[: len(why)]) == (State.UNREAD, why)


def test_a_host_that_says_nothing_is_left(host: Host, tmp_path: Path) -> None:
    found = seen(host, tmp_path, silent, LIMITS)
    assert (found.state, found.why) == (State.UNREAD, "no answer in time")


def test_a_body_that_trickles_is_left_when_its_time_is_over(host: Host) -> None:
    """By a clock of ours, which says at each look that ten seconds have gone by."""
    host.replies[TEXT] = endless
    ticks = itertools.count(0, 10)
    fetcher = Fetcher(host.origin, Limits(10**9, 20), clock=lambda: float(next(ticks)))
    with pytest.raises(Exception, match="not finished after 20 seconds"):
        fetcher.get(host.url(TEXT), {})


def test_nobody_there_is_no_finding(tmp_path: Path) -> None:
    with serve() as closed:
        page = cited(closed)
    [found] = look(closed, tmp_path).all([page])
    assert (found.state, found.why) == (State.UNREAD, "no answer (ConnectionRefusedError)")


def test_pages_of_other_hosts_are_not_asked(host: Host, tmp_path: Path) -> None:
    page = cited(host)._replace(url="https://github.com/boto/botocore")
    [found] = look(host, tmp_path).all([page])
    assert (found.state, host.asked) == (State.ELSEWHERE, [])


def test_after_failures_in_a_row_nobody_is_asked_any_more(host: Host, tmp_path: Path) -> None:
    pages = [cited(host, f"/{number}.html") for number in range(MOST_FAILURES + 3)]
    host.replies = {f"/{number}.md": status(503) for number in range(len(pages))}
    found = [*look(host, tmp_path).all(pages)]
    assert {one.state for one in found} == {State.UNREAD}
    assert len(host.asked) == MOST_FAILURES


def test_failures_that_are_not_in_a_row_stop_nothing(host: Host, tmp_path: Path) -> None:
    host.replies = {"/ok.md": markdown(GOOD), "/bad.md": status(503)}
    pages = [cited(host, "/bad.html"), cited(host, "/ok.html")] * MOST_FAILURES
    found = [one.state for one in look(host, tmp_path).all(pages)]
    assert found == [State.UNREAD, State.SOUND] * MOST_FAILURES


def test_a_run_that_was_stopped_goes_on_where_it_was(host: Host, tmp_path: Path) -> None:
    host.replies = {"/a.md": markdown(GOOD), "/b.md": markdown(GOOD)}
    pages = [cited(host, "/a.html"), cited(host, "/b.html")]
    assert next(look(host, tmp_path).all(pages)).state is State.SOUND
    assert [one.state for one in look(host, tmp_path).all(pages)] == [State.SOUND] * 2
    assert host.asked == ["/a.md", "/b.md"]


def test_what_was_read_today_is_asked_again_where_that_is_wanted(
    host: Host, tmp_path: Path
) -> None:
    seen(host, tmp_path, markdown(GOOD))
    again = Look(Fetcher(host.origin), Cache(tmp_path), "2026-11-25", again=True)
    assert [one.state for one in again.all([cited(host)])] == [State.SOUND]
    assert host.asked == [TEXT, TEXT]


def test_marks_that_were_added_today_are_looked_for_in_what_is_kept(
    host: Host, tmp_path: Path
) -> None:
    seen(host, tmp_path, markdown(GOOD))
    [found] = look(host, tmp_path).all([cited(host, PAGE, "409 Conflict")])
    assert (found.state, host.asked) == (State.LOST, [TEXT])


def test_on_another_day_the_page_is_asked_for_news(host: Host, tmp_path: Path) -> None:
    seen(host, tmp_path, conditional(GOOD, '"v1"'))
    for day in ("2026-11-26", "2026-11-27"):
        [found] = look(host, tmp_path, day).all([cited(host)])
        assert found.state is State.SOUND
    assert [headers.get("If-None-Match") for headers in host.headers] == [None, '"v1"', '"v1"']


def test_a_new_version_is_read(host: Host, tmp_path: Path) -> None:
    seen(host, tmp_path, conditional(GOOD, '"v1"'))
    host.replies[TEXT] = conditional("nothing", '"v2"')
    [found] = look(host, tmp_path, "2026-11-26").all([cited(host)])
    assert (found.state, found.marks) == (State.LOST, (MARK,))


def test_a_damaged_file_of_the_cache_is_read_anew(host: Host, tmp_path: Path) -> None:
    seen(host, tmp_path, markdown(GOOD))
    [file] = tmp_path.iterdir()
    for text in ("", "{}", "[]", '{"url": 1, "day": 2, "etag": 3, "modified": 4, "text": 5}'):
        file.write_text(text, "utf-8")
        assert Cache(tmp_path).get(host.url(PAGE)) is None
    assert seen(host, tmp_path, markdown(GOOD)).state is State.SOUND


def test_the_cache_forgets_what_is_not_listed(host: Host, tmp_path: Path) -> None:
    seen(host, tmp_path, markdown(GOOD))
    cache = Cache(tmp_path)
    cache.keep_only([host.url(PAGE)])
    assert cache.get(host.url(PAGE))
    cache.keep_only([])
    assert [*tmp_path.iterdir()] == []


def test_the_markdown_form_stands_beside_the_page() -> None:
    assert markdown_address("https://h/a/b.html") == "https://h/a/b.md"
