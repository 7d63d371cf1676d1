"""The terms, as rules look at them."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.page import Located
from exam_notes.model import Term


def terms(inspection: Inspection) -> Iterator[tuple[Located, Term, int]]:
    """Yield each term with its page and the line of its heading."""
    for located in inspection.terms_pages:
        for (_, line), term in zip(located.headings(2), located.page.terms):
            yield located, term, line
