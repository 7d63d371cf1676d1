"""Says which hosts, kinds of files and scripts a pull request brings, as Markdown.

usage: python tests/ci/files.py BASE HEAD

Both are checkouts. It is run from the base, so that a pull request cannot change what it says. A
reviewer sees here what the list of changed lines makes easy to overlook.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

NOTHING = "No new host, no new kind of file, and nothing that runs differs.\n"
SHOWN = 50  # names under a heading

# What lies below these is not the project's.
_NOT_OURS = {".git", ".venv", "site", "build", "dist", "__pycache__"}
_ADDRESS = re.compile(r"(?:\b[a-z][a-z0-9+.-]*:)?//[^\s<>()\[\]\"'`\\]+", re.IGNORECASE)
_SPECIAL = re.compile(r"[^\w ./,:()-]|_", re.ASCII)


def main(arguments: list[str]) -> int:
    """Print the report of two checkouts."""
    base, head = map(Path, arguments)
    print(report(base, head), end="")
    return 0


def report(base: Path, head: Path) -> str:
    """Return a list of what is new under each heading; one sentence where nothing is."""
    parts = {
        "New hosts in docs/": sorted(hosts(head) - hosts(base)),
        "New kinds of files in docs/": sorted(kinds(head) - kinds(base)),
        "Changed scripts, settings and other files that are no notes": [*changed(base, head)],
    }
    found = [_section(title, names) for title, names in parts.items() if names]
    return "\n".join(found) or NOTHING


def hosts(root: Path) -> set[str]:
    """Return every host that a page or another file below docs/ names."""
    return {host for file in files(root / "docs") for host in _hosts_in(_text(file))}


def kinds(root: Path) -> set[str]:
    """Return the kinds of the files below docs/: their last suffix, or that they are links."""
    docs = root / "docs"
    return {
        f"link: {file.relative_to(docs)}" if file.is_symlink() else _kind(file, docs)
        for file in files(docs)
    }


def changed(base: Path, head: Path) -> Iterator[str]:
    """Yield each file but pages that differs, by name, and how."""
    old, new = _digests(base), _digests(head)
    for name in sorted({*old, *new}):
        if name not in old:
            yield f"{name} (added)"
        elif name not in new:
            yield f"{name} (removed)"
        elif old[name] != new[name]:
            yield f"{name} (changed)"


def files(folder: Path) -> list[Path]:
    """Return what lies below a folder, links themselves and not where they lead."""
    if folder.is_symlink() or not folder.is_dir():
        return []
    inside = sorted(one for one in folder.iterdir() if one.name not in _NOT_OURS)
    return [
        file
        for one in inside
        for file in (files(one) if one.is_dir() and not one.is_symlink() else [one])
    ]


def _hosts_in(text: str) -> Iterator[str]:
    for address in _ADDRESS.findall(text):
        try:
            host = urlsplit(address).netloc
        except ValueError:
            host = address
        if "." in host or ":" in host or "@" in host:
            yield host.rstrip(".,;:").lower()


def _kind(file: Path, docs: Path) -> str:
    """Return the suffix; the whole name where there is no plain one."""
    plain = re.fullmatch(r"\.[A-Za-z0-9]+", file.suffix, re.ASCII)
    return file.suffix if plain else str(file.relative_to(docs))


def _digests(root: Path) -> dict[str, str]:
    """Return a digest of each file that is no page, by its name."""
    named = ((file.relative_to(root).as_posix(), file) for file in files(root))
    return {
        name: _digest(file)
        for name, file in named
        if not (name.startswith("docs/") and name.endswith(".md") and not file.is_symlink())
    }


def _digest(file: Path) -> str:
    if file.is_symlink():
        return f"link to {file.readlink()}"
    mode = "x" if file.stat().st_mode & 0o111 else "-"
    return mode + sha256(file.read_bytes()).hexdigest()


def _text(file: Path) -> str:
    return "" if file.is_symlink() else file.read_bytes().decode("utf-8", "replace")


def _section(title: str, names: list[str]) -> str:
    more = [f"and {len(names) - SHOWN} more"] if len(names) > SHOWN else []
    rows = [*map(_plain, names[:SHOWN]), *more]
    return f"### {title}\n\n" + "".join(f"- {row}\n" for row in rows)


def _plain(text: str) -> str:
    """Return `text` so that Markdown shows it as it is, each sign beyond ASCII by its number."""
    shown = text[:200].encode("ascii", "backslashreplace").decode()
    return _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", shown)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
