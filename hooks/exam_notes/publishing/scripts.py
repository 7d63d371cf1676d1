"""The scripts of the practice, published as one file in place of their sources."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from shutil import rmtree

SCRIPTS = "assets/practice"
BUNDLE = "assets/practice.js"
SWITCH = "assets/practice-switch.js"

_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.DOTALL | re.MULTILINE)
_LINE_COMMENT = re.compile(r"(?:^|[ \t]+)// [^\n\"'`]*$", re.MULTILINE)
_TYPE = re.compile(r"/\*\* @(?:type|template|returns)\b[^*\n]*\*/ ?")
_INDENT = re.compile(r"^\s+", re.MULTILINE)


def bundle_scripts(site: Path) -> None:
    """Write the scripts of the practice as one file, where there are some."""
    sources = sorted((site / SCRIPTS).glob("*.js"))
    if not sources:
        return
    code = bundle({file.name: file.read_text("utf-8") for file in sources})
    (site / BUNDLE).write_bytes(code.encode())
    (site / SWITCH).write_text(bare((site / SWITCH).read_text("utf-8")), "utf-8")
    rmtree(site / SCRIPTS)


def bundle(scripts: Mapping[str, str]) -> str:
    """Return scripts (by file name) as one: a request instead of twenty, and no global names.

    Comments that fill lines and indentation stay behind in the sources. `start.js` comes last: it
    is the only one that does anything by itself.
    """
    names = sorted(scripts, key=lambda name: (name == "start.js", name))
    code = "".join(bare(scripts[name]) for name in names)
    return f'(() => {{\n"use strict";\n{code}}})();\n'


def bare(script: str) -> str:
    """Return a script without indentation, types, and comments that fill lines."""
    for pattern in (_COMMENT, _LINE_COMMENT, _TYPE, _INDENT):
        script = pattern.sub("", script)
    return script
