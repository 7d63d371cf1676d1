"""Zips that are equal where their content is: the same order, one fixed time, the same packing."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from exam_notes.exports.export import File

_TIME = (1980, 1, 1, 0, 0, 0)  # the first that a zip knows
_MODE = 0o644 << 16


def zipped(files: Iterable[File], *, stored: frozenset[str] = frozenset()) -> bytes:
    """Return a zip of `files` in their order; those named in `stored` are not compressed."""
    target = BytesIO()
    with ZipFile(target, "w", compresslevel=9) as archive:
        for name, content in files:
            entry = ZipInfo(name, _TIME)
            entry.compress_type = ZIP_STORED if name in stored else ZIP_DEFLATED
            entry.external_attr = _MODE
            entry.create_system = 3  # Unix, on whatever system this runs
            archive.writestr(entry, content, compresslevel=9)
    return target.getvalue()
