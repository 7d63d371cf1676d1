"""The smoke test of a deployed site, against a server of our own with good and broken sites."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ci import smoke
from tests.support.builds import SITE_PATH
from tests.support.keeping import worker_of
from tests.support.serving import serve

Damage = Callable[[Path], object]

DOCS = [
    {"location": "", "title": "Notes &amp; more", "text": ""},
    {"location": "#how", "title": "How", "text": ""},
    {"location": "services/s3/", "title": "S3", "text": ""},
    {"location": "services/s3/#s3-a", "title": "A", "text": ""},
]
STYLE = f'<link rel="stylesheet" href="{SITE_PATH}notes.css">'
WORKER = '"use strict";\nconst VERSION = "0123abcd";\n'
DEEP = "services/s3/index.html"
INDEX = smoke.INDEX


def write(folder: Path, name: str, text: str) -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


@pytest.fixture
def deployed(tmp_path: Path) -> Path:
    """A small site with nothing wrong."""
    write(tmp_path, "index.html", "<title>Notes &amp; more</title>")
    write(tmp_path, DEEP, '<h2 id="s3-a">A</h2>')
    write(tmp_path, "notes.css", "")
    write(tmp_path, "404.html", f"{STYLE}{smoke.MISSING_TEXT}")
    write(tmp_path, "sw.js", WORKER)
    write(tmp_path, INDEX, json.dumps({"docs": DOCS}))
    return tmp_path


def ask(site: Path, capsys: pytest.CaptureFixture[str], *version: str) -> tuple[int, list[str]]:
    """Return the exit status, and what is said with HOME/ and ROOT/ for the server's addresses."""
    with serve(site) as home:
        status = smoke.main([home.rstrip("/"), *version], attempts=1)
    out, error = capsys.readouterr()
    root = home.removesuffix(SITE_PATH) + "/"
    return status, (out + error).replace(home, "HOME/").replace(root, "ROOT/").splitlines()


def test_a_good_site_is_there(deployed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(deployed, capsys) == (0, ["HOME/ is there."])


def test_this_site_as_it_is_built_is_there(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(site, capsys) == (0, ["HOME/ is there."])


def test_the_version_that_was_built_is_there(
    site: Path, deployed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    built = worker_of(site).partition('const VERSION = "')[2].partition('"')[0]
    assert ask(site, capsys, built) == (0, ["HOME/ is there."])
    assert ask(deployed, capsys, built) == (
        1,
        [f"HOME/sw.js is of version 0123abcd, not of {built}"],
    )


def gone(name: str) -> Damage:
    return lambda site: (site / name).rename(site / "gone")


def instead(name: str, text: str) -> Damage:
    return lambda site: write(site, name, text)


NO_INDEX = [
    f"HOME/{INDEX} does not list the home page",
    f"HOME/{INDEX} lists no question",
]
MISSING = f"HOME/{smoke.MISSING}"


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (gone(INDEX), NO_INDEX),
        (instead(INDEX, "{"), NO_INDEX),
        (instead(INDEX, "[]"), NO_INDEX),
        (instead(INDEX, '{"docs": [{"title": "A"}]}'), NO_INDEX),
        (instead(INDEX, json.dumps({"docs": DOCS[:3]})), NO_INDEX[1:]),
        (instead("index.html", "Welcome"), ["HOME/ does not hold Notes & more"]),
        (gone("sw.js"), ["HOME/sw.js is answered with 404"]),
        (instead("sw.js", "<h1>Hello</h1>"), ["HOME/sw.js names no version"]),
        (gone("services"), ["HOME/services/s3/ is answered with 404"]),
        (instead(DEEP, "<h1>S3</h1>"), ['HOME/services/s3/ does not hold id="s3-a"']),
        (instead("404.html", "Not here"), [f"{MISSING} does not hold {smoke.MISSING_TEXT}"]),
        (
            instead("404.html", STYLE.replace(SITE_PATH, "/") + smoke.MISSING_TEXT),
            ["ROOT/notes.css, a style of the page for missing pages: 404"],
        ),
        (
            instead(f"{smoke.MISSING}index.html", smoke.MISSING_TEXT),
            [f"{MISSING} is answered with 200, not with 404"],
        ),
    ],
)
def test_what_is_wrong_is_named(
    deployed: Path, capsys: pytest.CaptureFixture[str], damage: Damage, expected: list[str]
) -> None:
    damage(deployed)
    assert ask(deployed, capsys) == (1, expected)


def test_a_server_that_does_not_answer_is_named() -> None:
    reply = smoke.get("http://127.0.0.1:9/")
    assert reply.status == 0
    assert [*smoke.problems("http://127.0.0.1:9/", lambda _: reply)][-2:] == [
        f"http://127.0.0.1:9/{smoke.MISSING} is answered with nothing ({reply.text}), not with 404",
        f"http://127.0.0.1:9/sw.js is answered with nothing ({reply.text})",
    ]


def test_it_asks_again_until_the_site_is_there(
    deployed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    get = smoke.get
    waits: list[float] = []
    not_yet = [smoke.Reply(503, "")] * 4  # three are asked for where the first is no index
    monkeypatch.setattr(smoke, "get", lambda address: not_yet.pop() if not_yet else get(address))
    monkeypatch.setattr("time.sleep", waits.append)
    with serve(deployed) as home:
        assert (smoke.main([home], attempts=1), waits) == (1, [])
        assert (smoke.main([home], attempts=9, pause=7.0), waits) == (0, [7.0])
