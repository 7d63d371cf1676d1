"""`check --fix`: mends what is mechanical, and nothing else. Running it twice changes nothing more.

What a rule can mend stands in the rule.
"""

from __future__ import annotations

from exam_notes.lint.draft import Draft
from exam_notes.lint.rules import RULES
from exam_notes.paths import TERMS, service_slug
from exam_notes.reading.settings import Extensions


def fix_page(path: str, source: str, extensions: Extensions) -> str:
    """Return the mended text of the page at `path`. Pages without questions or terms stay."""
    if path != TERMS and not service_slug(path):
        return source
    for rule in RULES:
        if rule.fix:
            source = rule.fix(Draft(path, source, extensions))
    return source
