"""`pack`: the offline copy as one zip. Equal folders make an equal zip."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from exam_notes.clock import build_time

FOLDER = "aws-exam-notes"
READ_ME = "READ-ME-FIRST.html"

_HERE = Path(__file__).parent
# For servers and search engines; addresses in 404.html begin at a server's root.
_NOT_PACKED = ("404.html", "sitemap.xml", "sitemap.xml.gz")
_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)  # before which zip knows no time


def pack(site: Path, target: Path, environment: Mapping[str, str]) -> None:
    """Write the built offline site into the zip `target`, below a folder, and how to open it.

    Every file has the time of SOURCE_DATE_EPOCH, or now.
    """
    time = max(build_time(environment), _EARLIEST).timetuple()[:6]
    target.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        _add(archive, READ_ME, (_HERE / READ_ME).read_bytes(), time)
        for file in sorted(path for path in site.rglob("*") if path.is_file()):
            name = file.relative_to(site).as_posix()
            if name not in _NOT_PACKED:
                _add(archive, f"{FOLDER}/{name}", file.read_bytes(), time)


def _add(archive: ZipFile, name: str, content: bytes, time: tuple[int, ...]) -> None:
    entry = ZipInfo(name, (time[0], time[1], time[2], time[3], time[4], time[5]))
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)
