"""The name that somebody may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

# Names to compare with: difflib takes milliseconds for some, and seconds for thousands.
_MOST = 500


def nearest(name: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """Return the known name that is most like `name`, "" where none is like it.

    Of very many names, those that begin alike are compared.
    """
    names = sorted(known)
    if len(names) > _MOST:
        names = [other for other in names if other[:3] == name[:3]][:_MOST]
    return next(iter(get_close_matches(name, names, n=1, cutoff=cutoff)), "")
