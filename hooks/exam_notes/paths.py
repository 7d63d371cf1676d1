"""Where the pages that mean something stand, relative to docs/."""

from __future__ import annotations

TERMS = "terms.md"
EXAM = "exam.md"
PRACTICE = "practice.md"
FRESHNESS = "freshness.md"
SERVICES = "services/"


def service_slug(path: str) -> str:
    """Return "s3" for "services/s3.md", and "" for a page that is no service's."""
    name = path.removeprefix(SERVICES)
    return name.removesuffix(".md") if name != path and "/" not in name else ""
