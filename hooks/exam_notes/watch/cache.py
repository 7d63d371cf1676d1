"""What pages answered, kept between runs: a run that was stopped goes on where it was."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Kept:
    """The Markdown of the page at `url`, as it was on `day`; `etag` and `modified` ask for news."""

    url: str
    day: str
    etag: str
    modified: str
    text: str

    @property
    def condition(self) -> dict[str, str]:
        """The headers that ask for the page only if it has changed."""
        headers = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in headers.items() if value}


class Cache:
    """A folder with a file for each page."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, url: str) -> Kept | None:
        """Return what was kept of a page; None where nothing was, or the file is damaged."""
        try:
            kept = Kept(**json.loads(self._file(url).read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        sound = all(isinstance(value, str) for value in asdict(kept).values())
        return kept if sound and kept.url == url else None

    def put(self, kept: Kept) -> None:
        """Keep a page: as a whole or not at all."""
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self._file(kept.url)
        part = file.with_suffix(".part")
        part.write_text(json.dumps(asdict(kept)), "utf-8")
        part.replace(file)

    def keep_only(self, urls: Iterable[str]) -> None:
        """Forget the pages that are not listed any more."""
        wanted = {self._file(url) for url in urls}
        for file in {*self.folder.glob("*.json")} - wanted:
            file.unlink()

    def _file(self, url: str) -> Path:
        return self.folder / f"{sha256(url.encode()).hexdigest()[:32]}.json"
