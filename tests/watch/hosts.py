"""A host of documentation on this machine, which answers as each test says."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from exam_notes.watch.fetch import Origin

MARKDOWN = "text/markdown; charset=utf-8"
Reply = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers by the path; `host` has the replies and what was asked."""

    host: Host

    def do_GET(self) -> None:
        self.host.asked.append(self.path)
        self.host.headers.append(dict(self.headers))
        self.host.replies.get(self.path, status(404))(self)

    def say(self, code: int, headers: dict[str, str], body: bytes = b"") -> None:
        self.send_response(code)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Keep the test's output readable."""


class Host:
    """`replies` by path; `asked` are the paths of the requests, with their `headers`."""

    def __init__(self, port: int) -> None:
        self.origin = Origin("http", f"127.0.0.1:{port}")
        self.replies: dict[str, Reply] = {}
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.done = threading.Event()  # a slow reply waits for it

    def url(self, path: str) -> str:
        return f"http://{self.origin.host}{path}"


@contextmanager
def serve() -> Iterator[Host]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    host = Handler.host = Host(server.server_port)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield host
    finally:
        host.done.set()
        server.shutdown()
        server.server_close()
        thread.join()


def markdown(text: str, kind: str = MARKDOWN, **headers: str) -> Reply:
    more = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda to: to.say(200, {"Content-Type": kind, **more}, text.encode())


def status(code: int, **headers: str) -> Reply:
    return lambda to: to.say(code, headers)


def redirect(to: str) -> Reply:
    return status(302, Location=to)


def silent(to: Handler) -> None:
    """Answer nothing until the test is over."""
    to.host.done.wait(30)


def endless(to: Handler) -> None:
    """Send more and more, without saying how much."""
    to.say(200, {"Content-Type": MARKDOWN, "Content-Length": str(10**9)})
    try:
        for _ in range(1_000):
            to.wfile.write(b"x" * 10_000)
    except OSError:
        to.close_connection = True


def cut_short(to: Handler) -> None:
    """Promise more than is sent."""
    to.say(200, {"Content-Type": MARKDOWN, "Content-Length": "100"}, b"412 Precondition")
    to.close_connection = True


def conditional(text: str, etag: str) -> Reply:
    """Answer 304 to who has this version."""

    def reply(to: Handler) -> None:
        known = to.headers.get("If-None-Match") == etag
        again = status(304, ETag=etag)
        (again if known else markdown(text, ETag=etag))(to)

    return reply
