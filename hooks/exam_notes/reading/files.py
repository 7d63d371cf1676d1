"""Which files MkDocs takes below docs/, for commands that work without it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

# MkDocs' own list and its default exclusions: mkdocs/utils and mkdocs/structure/files.py, 1.6.1.
PAGES = (".markdown", ".mdown", ".mkdn", ".mkd", ".md")
_NOT_TAKEN = "templates"


def files_below(docs: Path) -> Iterator[str]:
    """Yield every file that a build takes, as a path below `docs`, in order."""
    for folder, folders, names in os.walk(docs, followlinks=False):
        here = Path(folder).relative_to(docs)
        yield from (
            (here / n).as_posix() for n in sorted(folders) if (docs / here / n).is_symlink()
        )
        folders[:] = sorted(
            name for name in folders if name[0] != "." and (here / name) != Path(_NOT_TAKEN)
        )
        for name in sorted(names):
            if name[0] != ".":
                yield (here / name).as_posix()


def is_page(path: str) -> bool:
    return path.endswith(PAGES)
