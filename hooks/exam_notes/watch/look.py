"""Asks for the Markdown form of each cited page and says what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from exam_notes.lint.sources_file import CitedPage
from exam_notes.watch.cache import Cache, Kept
from exam_notes.watch.fetch import Answer, Fetcher, LeftError, UnreachedError
from exam_notes.watch.marks import missing

MARKDOWN = ("text/markdown", "text/plain")
GONE = (404, 410)
MOST_FAILURES = 5
NOT_ASKED = "not asked, after failures in a row"


class State(StrEnum):
    """What became of a page. One that could not be read may be as it was."""

    SOUND = "sound"
    LOST = "lost"
    MOVED = "moved"
    GONE = "gone"
    UNREAD = "unread"
    ELSEWHERE = "elsewhere"

    @property
    def is_finding(self) -> bool:
        return self in (State.LOST, State.MOVED, State.GONE)


@dataclass(frozen=True, slots=True)
class Seen:
    """A page and its state: the marks it lost, where it moved `to`, or `why` it was not read."""

    page: CitedPage
    state: State
    marks: tuple[str, ...] = ()
    to: str = ""
    why: str = ""


def markdown_address(url: str) -> str:
    """Return where AWS has the Markdown form of a page of its documentation."""
    return f"{url.removesuffix('.html')}.md" if url.endswith(".html") else f"{url}.md"


class Look:
    """One run on the day `today`. What was read on that day is asked for `again` on request."""

    def __init__(self, fetcher: Fetcher, cache: Cache, today: str, *, again: bool = False) -> None:
        self.fetcher = fetcher
        self.cache = cache
        self.today = today
        self.again = again
        self.failures = 0

    def all(self, pages: Iterable[CitedPage]) -> Iterator[Seen]:
        """Yield the state of each page. After some failures in a row no more are asked for."""
        for page in pages:
            if not self.fetcher.origin.has(page.url):
                yield Seen(page, State.ELSEWHERE)
            elif self.failures >= MOST_FAILURES:
                yield Seen(page, State.UNREAD, why=NOT_ASKED)
            else:
                seen = self._one(page)
                self.failures = self.failures + 1 if seen.state is State.UNREAD else 0
                yield seen

    def _one(self, page: CitedPage) -> Seen:
        kept = self.cache.get(page.url)
        if kept and kept.day == self.today and not self.again:
            return _judged(page, kept.text)
        try:
            return self._asked(page, kept)
        except LeftError as left:
            return Seen(page, State.MOVED, to=left.to)
        except UnreachedError as error:
            return Seen(page, State.UNREAD, why=str(error))

    def _asked(self, page: CitedPage, kept: Kept | None) -> Seen:
        address = markdown_address(page.url)
        answer = self.fetcher.get(address, kept.condition if kept else {})
        if answer.status in GONE:
            return self._without_markdown(page)
        if answer.url != address and answer.status == 200:
            return Seen(page, State.MOVED, to=answer.url)
        if answer.status == 304 and kept:
            return self._unchanged(page, kept)
        if answer.status != 200:
            return Seen(page, State.UNREAD, why=f"the answer was {answer.status}")
        if answer.kind not in MARKDOWN:
            return Seen(page, State.UNREAD, why=f"the answer was of the type '{answer.kind}'")
        return self._read(page, answer)

    def _without_markdown(self, page: CitedPage) -> Seen:
        """Ask for the page itself: a page whose Markdown alone is gone is not gone."""
        answer = self.fetcher.get(page.url, {})
        if answer.status in GONE:
            return Seen(page, State.GONE)
        if answer.status == 200 and answer.url != page.url:
            return Seen(page, State.MOVED, to=answer.url)
        return Seen(page, State.UNREAD, why="it has no Markdown form")

    def _read(self, page: CitedPage, answer: Answer) -> Seen:
        etag, modified = (answer.headers.get(name, "") for name in ("etag", "last-modified"))
        self.cache.put(Kept(page.url, self.today, etag, modified, answer.text))
        return _judged(page, answer.text)

    def _unchanged(self, page: CitedPage, kept: Kept) -> Seen:
        self.cache.put(replace(kept, day=self.today))
        return _judged(page, kept.text)


def _judged(page: CitedPage, text: str) -> Seen:
    lost = missing(text, page.marks)
    return Seen(page, State.LOST if lost else State.SOUND, lost)
