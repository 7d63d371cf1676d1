"""Opens, updates or closes the one issue of the weekly watch, by GitHub's API through `gh`.

usage: python -m tests.ci.tell, with what was found in FOUND, and GITHUB_REPOSITORY,
GITHUB_SERVER_URL and GH_TOKEN as on GitHub. Nothing that was found reaches a command line: it goes
in as JSON.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.ci.watch import TITLE, Found, Place, Project, RefusedError, body_of, read_found

ROOT = Path(__file__).parent.parent.parent
_HEADING = re.compile(r"#{2} .*\{ #([a-z0-9-]+) \}\s*")
_URL = re.compile(r"^- url: (\S+)$", re.MULTILINE)
_WRITER = "github-actions%5Bbot%5D"


def main(environment: Mapping[str, str]) -> int:
    """Return 0, or 1 where what was found is not in form."""
    repository = environment["GITHUB_REPOSITORY"]
    files = f"{environment['GITHUB_SERVER_URL']}/{repository}/blob/main/"
    project = project_at(ROOT, files)
    try:
        found = read_found(environment["FOUND"], project)
    except RefusedError as error:
        print(f"What was found is refused: {error}")
        return 1
    print(tell(found, project, f"repos/{repository}/issues"))
    return 0


def project_at(root: Path, files: str) -> Project:
    """Read where questions and terms stand, and which pages are cited."""
    pages = [root / "docs/terms.md", *sorted(root.glob("docs/services/*.md"))]
    places = {id: place for page in pages for id, place in _places(root, page)}
    urls = frozenset(_URL.findall((root / "docs/sources.yml").read_text("utf-8")))
    return Project(files, places, urls)


def _places(root: Path, page: Path) -> Iterator[tuple[str, Place]]:
    lines = page.read_text("utf-8").splitlines() if page.is_file() else []
    for number, line in enumerate(lines, start=1):
        if match := _HEADING.fullmatch(line):
            yield match[1], Place(page.relative_to(root).as_posix(), number)


def tell(found: Found, project: Project, issues: str) -> str:
    """Write the issue; return what was done, in words."""
    listed = gh(f"{issues}?state=open&creator={_WRITER}&per_page=100")
    ours = [issue["number"] for issue in listed if issue["title"] == TITLE]
    if not found.is_well:
        fields = {"title": TITLE, "body": body_of(found, project)}
        gh(f"{issues}/{ours[0]}" if ours else issues, fields, "PATCH" if ours else "POST")
        return f"updated {ours[0]}" if ours else "opened"
    if ours and found.is_complete:
        gh(f"{issues}/{ours[0]}", {"state": "closed"}, "PATCH")
        return f"closed {ours[0]}"
    return "nothing to tell"


def gh(path: str, fields: Mapping[str, str] | None = None, method: str = "GET") -> Any:
    """Ask GitHub's API; fields go in as JSON. Raises CalledProcessError where it refuses."""
    given = ["--input", "-"] if fields else []
    command = ["gh", "api", "--method", method, path, *given]
    said = json.dumps(fields) if fields else None
    done = subprocess.run(command, input=said, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


if __name__ == "__main__":
    sys.exit(main(os.environ))
