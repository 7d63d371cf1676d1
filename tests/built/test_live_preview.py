"""`mkdocs serve` has neither policy nor worker: live reload needs an inline script."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection

import pytest

from tests.support.builds import ENVIRONMENT
from tests.support.notes import ROOT

SECONDS = 300  # a patience, not a measure


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """The port of a running `mkdocs serve`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ | ENVIRONMENT | {"SITE_URL": ""},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield port
    finally:
        process.terminate()
        process.wait()


def get(port: int, path: str) -> tuple[int, str]:
    """Return status and body of what is served, as soon as it is."""
    end = time.monotonic() + SECONDS
    while True:
        connection = HTTPConnection("127.0.0.1", port, timeout=SECONDS)
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            return response.status, response.read().decode()
        except ConnectionRefusedError:
            assert time.monotonic() < end, "mkdocs serve does not answer"
            time.sleep(0.1)
        finally:
            connection.close()


def test_a_page_has_live_reload_and_no_policy(port: int) -> None:
    status, html = get(port, "/")
    assert status == 200
    assert "livereload(" in html
    assert "Content-Security-Policy" not in html


def test_there_is_no_worker(port: int) -> None:
    assert get(port, "/sw.js")[0] == 404
