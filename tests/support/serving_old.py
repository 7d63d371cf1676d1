"""A web server for a built site, below a project path as on GitHub Pages."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.support.builds import SITE_PATH

TEXTS = (".css", ".html", ".js", ".json", ".svg", ".xml")


@contextmanager
def serve(site: Path, *, compressed: bool = False) -> Iterator[str]:
    """Serve `site` and yield its address, which ends with the project path."""

    class Handler(SimpleHTTPRequestHandler):
        """Answers below the project path, and with 404.html where there is nothing."""

        def __init__(self, *args: Any) -> None:
            super().__init__(*args, directory=str(site))

        def translate_path(self, path: str) -> str:
            inside = path.startswith(SITE_PATH)
            return super().translate_path("/" + path[len(SITE_PATH) :] if inside else "/ /")

        def do_GET(self) -> None:
            file = Path(self.translate_path(self.path))
            file = file / "index.html" if file.is_dir() else file
            if compressed and file.is_file() and file.suffix in TEXTS:
                self._send_gzipped(file)
            else:
                super().do_GET()

        def _send_gzipped(self, file: Path) -> None:
            body = gzip.compress(file.read_bytes())
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(file))
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def send_error(self, code: int, *_: Any) -> None:
            body = (site / "404.html").read_bytes() if code == 404 else b""
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Keep the test's output readable."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{SITE_PATH}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
