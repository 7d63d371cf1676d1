"""Pictures that are made smaller stay the same pictures."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.png import lighter

# 2 pixels by 5 rows, a row for each filter, and the same rows without.
FILTERED = bytes.fromhex(
    "00 0a1420 646e78"  # none
    "01 010203 0a0a0a"  # less what is left
    "02 010101 020202"  # less what is above
    "03 0a0a0a 141414"  # less half of both
    "04 050505 070707"  # less the nearest of left, above and above left
)
ROWS = (
    "0a1420 646e78",
    "010203 0b0c0d",
    "020304 0d0e0f",
    "0b0b0c 202021",
    "101011 272728",
)


def test_every_filter_is_undone() -> None:
    png = lighter(_png(FILTERED))
    packed = png[png.index(b"IDAT") + 4 : png.index(b"IEND") - 8]
    assert zlib.decompress(packed) == b"".join(b"\0" + bytes.fromhex(row) for row in ROWS)


def test_a_browser_shows_the_same_picture(window: Callable[..., Page], address: str) -> None:
    page = window(390, 300)
    page.goto(f"{address}404.html")
    before = page.screenshot()
    after = lighter(before)
    assert page.evaluate(PIXELS, list(after)) == page.evaluate(PIXELS, list(before))
    assert len(after) < len(before)


@pytest.mark.parametrize("form", [(8, 6, 0, 0, 0), (16, 2, 0, 0, 0), (8, 2, 0, 0, 1)])
def test_other_pictures_are_refused(form: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="not a PNG with 8 bits of red, green and blue"):
        lighter(_png(FILTERED, form))


def _png(data: bytes, form: tuple[int, ...] = (8, 2, 0, 0, 0)) -> bytes:
    header = struct.pack(">IIBBBBB", 2, 5, *form)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(data)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(content))
        for kind, content in chunks
    )


PIXELS = """async bytes => {
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    canvas.drawImage(bitmap, 0, 0);
    return canvas.getImageData(0, 0, bitmap.width, bitmap.height).data.join();
}"""
