"""What a build knows about the place where it is published."""

from __future__ import annotations

from typing import NamedTuple

from exam_notes.surroundings import Surroundings


class Download(NamedTuple):
    """The offline copy that is published beside the site: `size` in bytes, `day` in ISO."""

    url: str
    size: int
    day: str


class Publication(NamedTuple):
    """Where a build is published: the address of its repository or "", its offline copy or None."""

    repository: str
    download: Download | None


NOWHERE = Publication("", None)


def publication_of(surroundings: Surroundings) -> Publication:
    """Return where a build in these surroundings is published."""
    file = surroundings.offline_copy
    download = (
        Download(f"downloads/{file.name}", file.stat().st_size, surroundings.day.isoformat())
        if file
        else None
    )
    return Publication(surroundings.repository, download)
