"""Makes a browser's PNG smaller: flat areas and text pack best when rows are stored as they are.

A PNG stores each row by one of five filters, of which browsers take one that suits photographs.
https://www.w3.org/TR/png-3/#9Filters
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
COLOURS = 3  # bytes of a pixel: red, green, blue


def lighter(png: bytes) -> bytes:
    """Return the same picture, with rows unfiltered. ValueError where it is not 8-bit RGB."""
    chunks = dict.fromkeys((b"IHDR", b"IDAT"), b"")
    for kind, content in _chunks(png):
        chunks[kind] = chunks.get(kind, b"") + content
    width, *form = struct.unpack(">IxxxxBBBBB", chunks[b"IHDR"])
    if form != [8, 2, 0, 0, 0]:
        raise ValueError("not a PNG with 8 bits of red, green and blue")
    rows = _rows(zlib.decompress(chunks[b"IDAT"]), width * COLOURS)
    packed = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    parts = ((b"IHDR", chunks[b"IHDR"]), (b"IDAT", packed), (b"IEND", b""))
    return SIGNATURE + b"".join(_chunk(kind, content) for kind, content in parts)


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(SIGNATURE)
    while place < len(png):
        length, kind = struct.unpack_from(">I4s", png, place)
        yield kind, png[place + 8 : place + 8 + length]
        place += length + 12


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


def _rows(data: bytes, length: int) -> Iterator[bytes]:
    """Undo the filters: each byte was stored less what its neighbours let expect."""
    above = bytes(length + COLOURS)
    for place in range(0, len(data), length + 1):
        filter = data[place]
        row = bytearray(COLOURS) + data[place + 1 : place + 1 + length]
        for at in range(COLOURS, len(row)) if filter else ():
            left, up, corner = row[at - COLOURS], above[at], above[at - COLOURS]
            expected = (0, left, up, (left + up) // 2, _nearest(left, up, corner))[filter]
            row[at] = (row[at] + expected) % 256
        above = bytes(row)
        yield above[COLOURS:]


def _nearest(left: int, up: int, corner: int) -> int:
    """Return the neighbour nearest to left + up - corner, the first of equals (Paeth's filter)."""
    return min((left, up, corner), key=lambda byte: abs(left + up - corner - byte))
