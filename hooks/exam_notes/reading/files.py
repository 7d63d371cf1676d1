"""Which files below docs/ are looked at, and which of them are read: by a build and without one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

# MkDocs' own list and its default exclusions: mkdocs/utils and mkdocs/structure/files.py, 1.6.1.
PAGES = (".markdown", ".mdown", ".mkdn", ".mkd", ".md")
_NOT_TAKEN = "templates"


def files_below(docs: Path) -> Iterator[str]:
    """Yield every file that is not hidden, and every link, as a path below `docs`, in order."""
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


def unread_below(docs: Path) -> Iterator[str]:
    """Yield every file that lies where no build looks, as a path below `docs`, in order."""
    files = sorted((docs / _NOT_TAKEN).rglob("*"))
    return (file.relative_to(docs).as_posix() for file in files if not file.is_dir())


def pages_below(docs: Path, files: Iterable[str]) -> Iterator[str]:
    """Yield those of the files below `docs` that are read as pages, in order."""
    return (path for path in published_below(docs, files) if is_page(path))


def published_below(docs: Path, files: Iterable[str]) -> Iterator[str]:
    """Yield those of the files below `docs` that are read, or copied, in order.

    A link leads elsewhere, and what is no file, such as a pipe, may never end: N049 tells both. Of
    README.md and index.md in one folder MkDocs takes the second. A name that is no text has no
    address.
    """
    known = set(files)
    for path in sorted(known):
        is_file = (docs / path).is_file() and not (docs / path).is_symlink()
        if is_file and _is_text(path) and not _is_second_index(path, known):
            yield path


def is_page(path: str) -> bool:
    return path.endswith(PAGES)


def _is_text(path: str) -> bool:
    """Tell whether the bytes of a name could be read: what could not is a lone surrogate."""
    return not any("\ud800" <= sign <= "\udfff" for sign in path)


def _is_second_index(path: str, known: set[str]) -> bool:
    name = PurePosixPath(path)
    return name.stem == "README" and any(
        str(name.with_name(f"index{end}")) in known for end in PAGES
    )
