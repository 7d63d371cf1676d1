"""One page by https from one host: no redirect off it, and limits to size, time and hops."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

_REDIRECTS = (301, 302, 303, 307, 308)
_CHUNK = 65_536


class Origin(NamedTuple):
    """The one scheme and host that is asked. Others are for tests."""

    scheme: str = "https"
    host: str = "docs.aws.amazon.com"

    def has(self, url: str) -> bool:
        parts = urlsplit(url)
        return (parts.scheme, parts.netloc) == self


class Limits(NamedTuple):
    """The most bytes of a page, seconds for it, and redirects on the way to it."""

    size: int = 2_000_000
    seconds: float = 20.0
    hops: int = 5


class Answer(NamedTuple):
    """What a host answered; `url` is where the last redirect led."""

    status: int
    url: str
    headers: Mapping[str, str]
    text: str

    @property
    def kind(self) -> str:
        """The media type without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


AWS = Origin()
POLITE = Limits()


class UnreachedError(Exception):
    """There was no answer to judge by: the page may be as it was. The message says why."""


class LeftError(Exception):
    """A redirect leads to another host, `to`, which is not asked."""

    def __init__(self, to: str) -> None:
        super().__init__(to)
        self.to = to


class Fetcher:
    """Asks `origin`; `pace` is called before each request."""

    def __init__(
        self,
        origin: Origin = AWS,
        limits: Limits = POLITE,
        *,
        agent: str = "exam-notes-sources",
        pace: Callable[[], None] = lambda: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.origin = origin
        self.limits = limits
        self.headers = {"User-Agent": agent, "Accept": "text/markdown, text/plain, text/html"}
        self.pace = pace
        self.clock = clock

    def get(self, url: str, headers: Mapping[str, str]) -> Answer:
        """Return the answer of the last hop; raises UnreachedError, or LeftError."""
        end = self.clock() + self.limits.seconds
        for _ in range(self.limits.hops + 1):
            if not self.origin.has(url):
                raise LeftError(url)
            answer = self._ask(url, headers, end)
            target = answer.headers.get("location", "")
            if answer.status not in _REDIRECTS or not target:
                return answer
            url = urljoin(url, target).partition("#")[0]
        raise UnreachedError(f"more than {self.limits.hops} redirects")

    def _ask(self, url: str, headers: Mapping[str, str], end: float) -> Answer:
        self.pace()
        connection = self._connection()
        parts = urlsplit(url)
        path = parts._replace(scheme="", netloc="").geturl() or "/"
        try:
            connection.request("GET", path, headers={**self.headers, **headers})
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, url, found, self._body(response, end))
        except (OSError, HTTPException, ValueError) as error:
            raise UnreachedError(_reason(error)) from error
        finally:
            connection.close()

    def _connection(self) -> HTTPConnection:
        kind = HTTPSConnection if self.origin.scheme == "https" else HTTPConnection
        return kind(self.origin.host, timeout=self.limits.seconds)

    def _body(self, response: HTTPResponse, end: float) -> str:
        if response.status != 200:
            return ""
        body = b""
        while chunk := response.read1(_CHUNK):
            body += chunk
            if len(body) > self.limits.size:
                raise UnreachedError(f"more than {self.limits.size} bytes")
            if self.clock() > end:
                raise UnreachedError(f"not finished after {self.limits.seconds:g} seconds")
        if response.length:  # `read1` does not tell that the rest is missing
            raise UnreachedError("it broke off")
        return body.decode("utf-8", "replace")


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "no answer in time"
    return f"no answer ({type(error).__name__})"
