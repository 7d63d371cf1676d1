"""One issue is opened, updated or closed: with a `gh` of ours that writes down what it is asked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.ci.watch import TITLE
from tests.support.notes import ROOT

GH = """\
#!{python}
import json, os, sys
given = sys.stdin.read() if "--input" in sys.argv else ""
log = os.environ["GH_LOG"]
with open(log, "a") as file:
    file.write(json.dumps([sys.argv[1:], given]) + "\\n")
print(os.environ["GH_ISSUES"] if "GET" in sys.argv else "{{}}")
"""
WELL = {
    "format": 1,
    "botocore": "1.45.0",
    "facts": 10,
    "broken": 0,
    "broken_facts": [],
    "counts": {"sound": 3},
    "pages": [],
}
FACT = {"question": "s3-kms-keys", "fact": "$(touch x) @someone", "faults": ["`id`"]}
BROKEN = {**WELL, "broken": 1, "broken_facts": [FACT]}
OURS = {"number": 7, "title": TITLE}
OTHER = {"number": 8, "title": "Another issue"}


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    """The file that the false `gh` writes to."""
    program = tmp_path / "bin/gh"
    program.parent.mkdir()
    program.write_text(GH.format(python=sys.executable), "utf-8")
    program.chmod(0o755)
    return tmp_path / "calls"


def tell(calls: Path, found: Any, *issues: dict[str, Any]) -> tuple[int, str, list[Any]]:
    """Return exit code, what was printed, and the calls of `gh` with what they were given."""
    environment = {
        "PATH": f"{calls.parent / 'bin'}:{os.environ['PATH']}",
        "GH_LOG": str(calls),
        "GH_ISSUES": json.dumps(issues),
        "GITHUB_REPOSITORY": "someone/notes",
        "GITHUB_SERVER_URL": "https://github.com",
        "FOUND": json.dumps(found),
    }
    command = [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{RUN}"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    lines = calls.read_text("utf-8").splitlines() if calls.exists() else []
    return done.returncode, done.stdout.strip() or done.stderr, [json.loads(line) for line in lines]


# Nothing but the standard library is there on GitHub's machine.
RUN = """
sys.path = [path for path in sys.path if "site-packages" not in path]
import os
from tests.ci.tell import main
sys.exit(main(os.environ))
"""
ISSUES = "repos/someone/notes/issues"
LIST = [
    "api",
    "--method",
    "GET",
    f"{ISSUES}?state=open&creator=github-actions%5Bbot%5D&per_page=100",
]


def test_what_is_found_opens_an_issue(calls: Path) -> None:
    code, said, asked = tell(calls, BROKEN, OTHER)
    assert (code, said) == (0, "opened")
    assert asked[0] == [LIST, ""]
    [arguments, given] = asked[1]
    assert arguments == ["api", "--method", "POST", ISSUES, "--input", "-"]
    fields = json.loads(given)
    assert fields["title"] == TITLE
    assert "$(touch x) (at)someone\n`id`" in fields["body"]


def test_an_issue_that_is_open_is_updated(calls: Path) -> None:
    code, said, asked = tell(calls, BROKEN, OTHER, OURS)
    assert (code, said) == (0, "updated 7")
    assert asked[1][0] == ["api", "--method", "PATCH", f"{ISSUES}/7", "--input", "-"]
    assert json.loads(asked[1][1]).keys() == {"title", "body"}


def test_it_is_closed_when_all_is_well(calls: Path) -> None:
    code, said, asked = tell(calls, WELL, OTHER, OURS)
    assert (code, said) == (0, "closed 7")
    assert asked[1] == [
        ["api", "--method", "PATCH", f"{ISSUES}/7", "--input", "-"],
        json.dumps({"state": "closed"}),
    ]


@pytest.mark.parametrize("counts", [{"sound": 3, "unread": 1}, {}, {"unread": 4}])
def test_pages_that_were_not_read_close_nothing(calls: Path, counts: dict[str, int]) -> None:
    code, said, asked = tell(calls, {**WELL, "counts": counts}, OURS)
    assert (code, said, len(asked)) == (0, "nothing to tell", 1)


def test_where_all_is_well_and_nothing_open_nothing_is_written(calls: Path) -> None:
    assert tell(calls, WELL, OTHER)[1:] == ("nothing to tell", [[LIST, ""]])


@pytest.mark.parametrize("found", ["", {**BROKEN, "broken_facts": [{**FACT, "question": "@x"}]}])
def test_what_is_not_in_form_reaches_nobody(calls: Path, found: Any) -> None:
    code, said, asked = tell(calls, found, OURS)
    assert (code, said[:26], asked) == (1, "What was found is refused:", [])
