"""Weaving without the theme: every slot becomes the name of its kind."""

from __future__ import annotations

from typing import Any

from exam_notes.index.notes import Notes
from exam_notes.views import VIEWS
from exam_notes.views.weaver import Weaver
from mkdocs.utils import get_relative_url


def weave(site: Notes) -> list[str]:
    """Return the HTML of all pages, woven."""
    weaver = Weaver(site, _render, get_relative_url, VIEWS)
    return [weaver.weave(page).html for page in site.pages]


def _render(kind: str, context: dict[str, Any]) -> str:
    """Return the kind, after asking for the addresses that a partial may link to."""
    for question in context["notes"].questions.values():
        options = [option.anchor for option in question.options]
        for anchor in (question.id, *options, *(note.anchor for note in question.all_changes)):
            context["link"](anchor)
    return kind
