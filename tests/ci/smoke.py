"""Asks a deployed site whether it is there: search, home, a deep page, a missing page, worker.

usage: python tests/ci/smoke.py https://someone.github.io/aws-notes/ [VERSION]

VERSION is that of the service worker that was built: another means that another site is there.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from html import unescape
from http.client import HTTPException
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import Request, urlopen

INDEX = "search/search_index.json"
DEEP = "services/"
WORKER = "sw.js"
MISSING = "services/there-is-no-such-page/"
MISSING_TEXT = "<h1>Page not found</h1>"
ATTEMPTS = 12
PAUSE = 10.0  # seconds; a deployment may take a moment to reach every server

_VERSION = re.compile(r'^const VERSION = "([0-9a-f]+)";$', re.MULTILINE)
_STYLESHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"')


class Reply(NamedTuple):
    """What a server answers; status 0 and the reason where it does not."""

    status: int
    text: str


Get = Callable[[str], Reply]


def main(arguments: list[str], attempts: int = ATTEMPTS, pause: float = PAUSE) -> int:
    """Return 0 once nothing is wrong with the site, 1 and the problems where they stay."""
    home = arguments[0].rstrip("/") + "/"
    version = arguments[1] if len(arguments) > 1 else ""
    found: list[str] = []
    for attempt in range(attempts):
        if attempt:
            time.sleep(pause)
        found = list(problems(home, get, version))
        if not found:
            print(f"{home} is there.")
            return 0
    print("\n".join(found), file=sys.stderr)
    return 1


def get(address: str) -> Reply:
    """Fetch an address; an answer that says "no" is an answer too."""
    request = Request(address, headers={"Cache-Control": "no-cache"})
    try:
        with urlopen(request, timeout=20) as response:
            return Reply(response.status, response.read().decode("utf-8", "replace"))
    except HTTPError as error:
        with error:
            return Reply(error.code, error.read().decode("utf-8", "replace"))
    except (OSError, HTTPException) as error:
        return Reply(0, str(error))


def problems(home: str, get: Get, version: str = "") -> Iterator[str]:
    """Yield what is wrong with the site at `home`, which ends with a slash.

    Its worker has to be of `version`, or of any where that is "".
    """
    titles = _titles(get(home + INDEX))
    if "" not in titles:
        yield f"{home + INDEX} does not list the home page"
    else:
        yield from _page(home, titles[""], get)
    deep = next((place for place in titles if place.startswith(DEEP) and "#" in place), "")
    if not deep:
        yield f"{home + INDEX} lists no question"
    else:
        address, _, anchor = deep.partition("#")
        yield from _page(home + address, f'id="{anchor}"', get)
    yield from _missing(home + MISSING, get)
    yield from _worker(home + WORKER, version, get)


def _titles(reply: Reply) -> dict[str, str]:
    """Return the titles in the search index by location, none where it cannot be read."""
    try:
        docs = json.loads(reply.text)["docs"] if reply.status == 200 else []
        return {doc["location"]: unescape(doc["title"]) for doc in docs}
    except (ValueError, KeyError, TypeError):
        return {}


def _page(address: str, text: str, get: Get) -> Iterator[str]:
    reply = get(address)
    if reply.status != 200:
        yield f"{address} is answered with {_shown(reply)}"
    elif text not in unescape(reply.text):
        yield f"{address} does not hold {text}"


def _missing(address: str, get: Get) -> Iterator[str]:
    """The page for missing pages is ours, and finds its styles from any depth."""
    reply = get(address)
    if reply.status != 404:
        yield f"{address} is answered with {_shown(reply)}, not with 404"
    elif MISSING_TEXT not in reply.text:
        yield f"{address} does not hold {MISSING_TEXT}"
    else:
        for href in _STYLESHEET.findall(reply.text):
            style = urljoin(address, unescape(href))
            if (answer := get(style)).status != 200:
                yield f"{style}, a style of the page for missing pages: {_shown(answer)}"


def _worker(address: str, version: str, get: Get) -> Iterator[str]:
    """Without a worker, readers who have been here would read what they have for ever."""
    reply = get(address)
    found = _VERSION.search(reply.text) if reply.status == 200 else None
    if reply.status != 200:
        yield f"{address} is answered with {_shown(reply)}"
    elif not found:
        yield f"{address} names no version"
    elif version and found[1] != version:
        yield f"{address} is of version {found[1]}, not of {version}"


def _shown(reply: Reply) -> str:
    return str(reply.status) if reply.status else f"nothing ({reply.text})"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
