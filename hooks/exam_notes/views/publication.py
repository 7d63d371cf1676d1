"""What a build knows about the place where it is published."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from exam_notes.surroundings import Surroundings


class Download(NamedTuple):
    """A file that is published beside the site to be taken along: `size` in bytes, `day` in ISO."""

    url: str
    size: int
    day: str
    title: str = "The site itself, to be read without a network"

    @property
    def shown_size(self) -> str:
        """The size as readers know it, in kB or MB."""
        if self.size < 1_000_000:
            return f"{max(1, round(self.size / 1000))} kB"
        return f"{self.size / 1_000_000:.1f} MB"


REVIEW_DAYS = 180


class Facts(NamedTuple):
    """What a machine checks: so many `facts`, told by so many `questions` of the notes."""

    facts: int
    questions: int


def facts_in(extra: Mapping[str, object]) -> Facts | None:
    """Return the numbers that `extra.machine_checked` of mkdocs.yml has; None without both."""
    match extra.get("machine_checked"):
        case {"facts": int(facts), "questions": int(questions)}:
            return Facts(facts, questions)
    return None


class Publication(NamedTuple):
    """Where a build is published: the address of its repository or "", its offline copy or None.

    A question is due for review `review_days` after the day it was checked. `facts` is None where
    nobody has counted them: the page on freshness then says nothing about them.
    `downloads` are all files to take along, the offline copy among them.
    """

    repository: str
    download: Download | None
    review_days: int = REVIEW_DAYS
    facts: Facts | None = None
    downloads: tuple[Download, ...] = ()


NOWHERE = Publication("", None)


def publication_of(
    surroundings: Surroundings, review_days: int = REVIEW_DAYS, facts: Facts | None = None
) -> Publication:
    """Return where a build in these surroundings is published."""
    file = surroundings.offline_copy
    download = (
        Download(f"downloads/{file.name}", file.stat().st_size, surroundings.day.isoformat())
        if file
        else None
    )
    return Publication(surroundings.repository, download, review_days, facts)
