"""Front matter: what stands between two lines of `---` at the head of a page."""

from __future__ import annotations

import re

FRONT_MATTER = re.compile(r"---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
