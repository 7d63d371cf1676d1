"""Reads YAML as nodes that know their lines: nothing in a file becomes an object."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Any, NamedTuple

import yaml

# The one in C is ten times as fast, not everywhere, and takes what the other does not.
FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# The reader in C ends the whole process where lists stand in lists thousands deep.
_DEEPEST = 100
_DEPTH = {"[": 1, "{": 1, "]": -1, "}": -1}
_DEEP_BLOCK = re.compile(rf"(?:[-?][ \t]+){{{_DEEPEST}}}")


class Fault(NamedTuple):
    """What is wrong with a line of a file, as the end of a sentence."""

    line: int
    fault: str


_TOO_DEEP = Fault(1, f"begins lists that are more than {_DEEPEST} deep; write them flat")


def read_yaml(text: str, loader: Any = FAST) -> yaml.Node | Fault | None:
    """Return the root of a text, what is wrong with it, or None where it holds nothing.

    What MkDocs reads too is read as MkDocs does, with `yaml.SafeLoader`.
    """
    depths = accumulate(_DEPTH.get(sign, 0) for sign in text)
    if max(depths, default=0) > _DEEPEST or _DEEP_BLOCK.search(text):
        return _TOO_DEEP
    try:
        root: yaml.Node | None = yaml.compose(text, Loader=loader)
    except yaml.YAMLError as error:
        return _syntax(text, error)
    except RecursionError:
        return _TOO_DEEP
    return root


def line_of(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def is_text(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode)


def _syntax(text: str, error: yaml.YAMLError) -> Fault:
    mark = getattr(error, "problem_mark", None)
    at = getattr(error, "position", 0)  # of a sign that YAML does not know
    line = mark.line if mark else text.count("\n", 0, at)
    # The end of a file is below its last line.
    last = len(text.rstrip("\n").split("\n"))
    fault = "is no YAML, or ends what is none; mend it, or quote its text"
    return Fault(min(line + 1, last), fault)
