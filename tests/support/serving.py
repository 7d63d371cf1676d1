"""A web server for a built site, as GitHub Pages is one, that can be broken.

It serves below a project path, with 404.html where there is nothing, and lets browsers keep what
they got. A test may take it away, make it answer wrongly, or give it another version of the site.
"""

from __future__ import annotations

import gzip
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

from tests.support.builds import SITE_PATH

TEXTS = (".css", ".html", ".js", ".json", ".svg", ".xml")


class Answer(NamedTuple):
    """What is answered instead of a file."""

    status: int
    body: bytes


class Server:
    """Serves `site`, which may be changed, below the project path. Running from the start."""

    def __init__(self, site: Path, *, compressed: bool = False) -> None:
        self.site = site
        self.compressed = compressed  # texts, as a real server sends them
        self.instead: dict[str, Answer] = {}  # by path below the project path
        self.left: float = float("inf")  # requests until nothing is answered any more
        self.asked: Counter[str] = Counter()
        self._counting = threading.Lock()
        self._port = 0
        self.start()

    @property
    def address(self) -> str:
        """Where the site is, ending with the project path."""
        return f"http://127.0.0.1:{self._port}{SITE_PATH}"

    def start(self) -> None:
        """Serve, at the same address as before."""
        ours = self

        class Handler(_Handler):
            server_of_site = ours

        self._server = _Listener(("127.0.0.1", self._port), Handler)
        self._port = self._server.server_port
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Be gone: connections are refused from now on."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def count(self, path: str) -> bool:
        """Note a request; tell whether it is still to be answered. Requests come at one time."""
        with self._counting:
            self.asked[path] += 1
            self.left -= 1
            return self.left >= 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._thread.is_alive():
            self.stop()


@contextmanager
def serve(site: Path, *, compressed: bool = False) -> Iterator[str]:
    """Serve `site` and yield its address, for those who want nothing else of the server."""
    with Server(site, compressed=compressed) as server:
        yield server.address


class _Listener(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128  # of five, a browser in a hurry loses some, and waits a second


class _Handler(SimpleHTTPRequestHandler):
    server_of_site: Server

    def __init__(self, *args: Any) -> None:
        super().__init__(*args, directory=str(self.server_of_site.site))

    def do_GET(self) -> None:
        ours = self.server_of_site
        path = self.path.partition("?")[0].removeprefix(SITE_PATH)
        answer = ours.instead.get(path)  # before it counts: who saw it asked for may change it
        if not ours.count(path):
            self.close_connection = True
        elif answer:
            self._send(answer)
        else:
            self._send_file()

    def do_HEAD(self) -> None:
        path = self.path.partition("?")[0].removeprefix(SITE_PATH)
        if answer := self.server_of_site.instead.get(path):
            self._send(Answer(answer.status, b""))
        else:
            super().do_HEAD()

    def do_POST(self) -> None:
        self.server_of_site.count(f"POST {self.path.removeprefix(SITE_PATH)}")
        self._send(Answer(200, b"posted"))

    def translate_path(self, path: str) -> str:
        inside = path.startswith(SITE_PATH)
        return super().translate_path("/" + path[len(SITE_PATH) :] if inside else "/ /")

    def send_error(self, code: int, *_: Any) -> None:
        missing = self.server_of_site.site / "404.html"
        self._send(Answer(code, missing.read_bytes() if code == 404 else b""))

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=600")  # as GitHub Pages
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """Keep the test's output readable."""

    def _send_file(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if self.server_of_site.compressed and file.is_file() and file.suffix in TEXTS:
            self._send(Answer(200, gzip.compress(file.read_bytes())), "gzip", file.name)
        else:
            del self.headers["If-Modified-Since"]  # versions of one second are versions too
            super().do_GET()

    def _send(self, answer: Answer, encoding: str = "", name: str = "") -> None:
        self.send_response(answer.status)
        name = name or self.path.partition("?")[0].rpartition("/")[2]
        self.send_header("Content-Type", self.guess_type(name) if "." in name else "text/html")
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)
