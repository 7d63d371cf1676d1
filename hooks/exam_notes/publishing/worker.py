"""The service worker of the web build: its code, with the files of a version and their hashes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

FILE = "sw.js"

_HERE = Path(__file__).parent
# What nobody misses without a network. Exports say for themselves whether they are kept.
_NOT_KEPT = (
    FILE,
    "SHA256SUMS",
    "sitemap.xml",
    "sitemap.xml.gz",
    "assets/images/preview.png",
)
# Files to take along, and pages to be printed, which have all notes once more.
_FOLDERS_NOT_KEPT = ("downloads/", "print/")


def is_kept(path: str) -> bool:
    """Tell whether a published file belongs to what is read offline."""
    return path not in _NOT_KEPT and not path.startswith(_FOLDERS_NOT_KEPT)


def service_worker(files: Mapping[str, bytes]) -> str:
    """Return the code of the worker that keeps `files` (content by path from the site's root).

    Its version is made of the files and of the code, so equal sites have an equal worker.
    """
    code = (_HERE / "service_worker.js").read_text("utf-8")
    hashes = {path: sha256(files[path]).hexdigest() for path in sorted(files) if is_kept(path)}
    version = sha256((code + json.dumps(hashes)).encode()).hexdigest()[:12]
    return code.replace('const VERSION = "";', f'const VERSION = "{version}";').replace(
        "const FILES = {};", f"const FILES = {json.dumps(hashes, indent=1)};"
    )


def service_worker_off() -> str:
    """Return the code of a worker that removes what earlier ones have kept."""
    return (_HERE / "service_worker_off.js").read_text("utf-8")
