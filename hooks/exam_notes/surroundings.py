"""What a build is told from outside: where it stands, when, and for whom. Read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from exam_notes.clock import build_time


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`root` is the folder of mkdocs.yml; `repository` the address on the web, or "".

    `site_url` is where the site will stand, ending with a slash, or "" where that is not known.
    `offline_copy` is the packed copy to publish with the site, None where there is none; `serving`
    tells `mkdocs serve` from a build.
    """

    root: Path
    day: date
    repository: str
    edit_uri: str
    offline_copy: Path | None
    serving: bool
    site_url: str = ""


def surroundings_of(
    root: Path, environment: Mapping[str, str], *, serving: bool = False, site_url: str = ""
) -> Surroundings:
    """Read what the environment says of the project at `root`."""
    repository = environment.get("REPOSITORY_URL", "").strip().rstrip("/")
    branch = environment.get("REPOSITORY_BRANCH", "").strip() or "main"
    return Surroundings(
        root,
        build_time(environment).date(),
        repository,
        f"{repository}/edit/{branch}/docs/" if repository else "",
        _file(root, environment.get("OFFLINE_COPY", "").strip()),
        serving,
        f"{site_url.rstrip('/')}/" if site_url else "",
    )


def _file(root: Path, path: str) -> Path | None:
    return root / path if path and (root / path).is_file() else None
