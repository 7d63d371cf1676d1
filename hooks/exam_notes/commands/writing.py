"""Reads a text, and writes it back with the line ends and the byte-order mark that it had."""

from __future__ import annotations

from pathlib import Path

_MARK = b"\xef\xbb\xbf"


def read_like(file: Path) -> str:
    """Read a text without its byte-order mark; its lines end with a line feed."""
    text = file.read_bytes().decode("utf-8-sig")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def write_like(file: Path, text: str) -> None:
    """Write `text`, whose lines end with a line feed, as the file that is there is written."""
    old = file.read_bytes() if file.exists() else b""
    ends = "\r\n" if b"\r\n" in old else "\r" if b"\r" in old and b"\n" not in old else "\n"
    mark = _MARK if old.startswith(_MARK) else b""
    file.write_bytes(mark + text.replace("\n", ends).encode())
