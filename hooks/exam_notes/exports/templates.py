"""Templates that stand beside the export they belong to. Everything but `Markup` is escaped."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_HERE = Path(__file__).parent


@cache
def templates(folder: str) -> Environment:
    """Return the templates of the export in `folder`."""
    return Environment(
        loader=FileSystemLoader(_HERE / folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def text_file(folder: str, name: str) -> str:
    """Return a file of the export in `folder` as it stands."""
    return (_HERE / folder / name).read_text("utf-8")
