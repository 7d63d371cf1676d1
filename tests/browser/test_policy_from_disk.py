"""Under the policy of the copy that is opened from disk no request leaves, whatever a page holds.

The gate for finished pages stops all of this before; here it is taken to have failed.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.test_policy import META
from tests.support.patience import until

# Each asks HOST for a file of its own.
ASKING = [
    "<img src='HOST'>",
    "<img srcset='HOST 2x'>",
    "<link rel='stylesheet' href='HOST'>",
    "<script src='HOST'></script>",
    "<script type='module'>import 'HOST'</script>",
    "<script>fetch('HOST', { mode: 'no-cors' })</script>",
    "<script>navigator.sendBeacon('HOST')</script>",
    "<script>new WebSocket('HOST'.replace('http', 'ws'))</script>",
    "<script>new EventSource('HOST')</script>",
    "<script>new Image().src = 'HOST'</script>",
    "<script>import('HOST')</script>",
    "<p style='background: url(HOST)'>A</p>",
    "<style>@import 'HOST';</style>",
    "<style>@font-face { font-family: a; src: url(HOST) } p { font: 1em a }</style><p>A</p>",
    "<iframe src='HOST'></iframe>",
    "<iframe srcdoc='<img src=HOST>'></iframe>",
    "<object data='HOST'></object>",
    "<embed src='HOST'>",
    "<video src='HOST' autoplay></video>",
    "<video poster='HOST'></video>",
    "<svg><image href='HOST'/></svg>",
]
# These change where the rest of a page leads.
ALONE = [
    "<base href='HOST/'><img src='a.png'>",
    "<form action='HOST'></form><script>[...document.forms].at(-1).submit()</script>",
]


class Host:
    """Another host: notes the first part of the path of every request."""

    def __init__(self) -> None:
        asked = self.asked = set[str]()

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.add(self.path.split("/")[1].strip("?"))
                self.send_error(404)

            do_POST = do_GET  # noqa: N815  (the name that the server calls)

            def log_message(self, *_: Any) -> None:
                """Keep the test's output readable."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def host() -> Iterator[Host]:
    host = Host()
    yield host
    host.stop()


def attacked(offline_copy: Path, html: str, *, under_policy: bool) -> str:
    """Write a page of the copy with something more on it; return its address."""
    text = (offline_copy / "about.html").read_text("utf-8").replace("</h1>", f"</h1>{html}", 1)
    file = offline_copy / "attacked.html"
    file.write_text(text if under_policy else META.sub("", text), "utf-8")
    return file.as_uri()


@pytest.fixture(autouse=True)
def clean(offline_copy: Path) -> Iterator[None]:
    yield
    (offline_copy / "attacked.html").unlink(missing_ok=True)


PAGES = {"all": "".join(one.replace("HOST", f"HOST/{n}") for n, one in enumerate(ASKING))}
PAGES |= {f"alone {n}": one.replace("HOST", "HOST/0") for n, one in enumerate(ALONE)}


@pytest.mark.parametrize("html", PAGES.values(), ids=PAGES)
def test_no_request_leaves(browser: Browser, offline_copy: Path, host: Host, html: str) -> None:
    page = browser.new_page()
    html = html.replace("HOST", host.address)
    page.goto(attacked(offline_copy, html, under_policy=True), wait_until="networkidle")
    page.context.request.get(f"{host.address}/end")  # of the test itself
    assert host.asked == {"end"}
    assert page.url.startswith("file:")
    page.close()


@pytest.mark.parametrize("html", PAGES.values(), ids=PAGES)
def test_without_it_they_leave(browser: Browser, offline_copy: Path, host: Host, html: str) -> None:
    page = browser.new_page(device_scale_factor=2)
    html = html.replace("HOST", host.address)
    page.goto(attacked(offline_copy, html, under_policy=False), wait_until="commit")
    wanted = {str(n) for n in range(html.count(host.address))}
    until(lambda: host.asked >= wanted)
    page.close()
