"""The one exception of `make question`."""

from __future__ import annotations


class SkeletonError(ValueError):
    """Something is missing or taken; the message says what to write."""
