"""What is printed: all questions on one page, with the answers behind them all or below each.

Links between questions stay on the page, so that they lead somewhere on paper and in a PDF.
"""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from exam_notes.index.notes import Notes
from exam_notes.portable import portable
from exam_notes.views.view import Context

AddressOf = Callable[[str], str]
NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight")


def printing(notes: Notes, _: str) -> Context:
    here = {
        f"{service.url}#{anchor}": f"#{question.id}"
        for service in notes.services
        for question in service.questions
        for anchor in question.anchors
    }

    def printed(html: str, page_url: str, page_link: AddressOf) -> Markup:
        """Return HTML that Markdown rendered on the page at `page_url`, for this page."""
        made = portable(html, page_url, lambda url: here.get(url) or page_link(url), page_link)
        return Markup(made)  # noqa: S704

    services = [service for service in notes.services if service.questions]
    return {"services": services, "printed": printed, "numbers": NUMBERS}
