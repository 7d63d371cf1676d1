"""The pages of the book: cover, title, a chapter for each service, the index."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from markupsafe import Markup

from exam_notes.exports.book.index import entries_by_letter
from exam_notes.exports.book.links import INDEX, Links, chapter, links_of
from exam_notes.exports.book.xhtml import xhtml
from exam_notes.exports.templates import templates
from exam_notes.index.notes import Notes
from exam_notes.model import Service
from exam_notes.portable import picture_name, portable
from exam_notes.surroundings import Surroundings

TITLE = "AWS Developer exam notes"
NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight")


class Page(NamedTuple):
    """A page of the book; `parts` are title and anchor of what the contents list below it."""

    file: str
    title: str
    text: str
    parts: tuple[tuple[str, str], ...] = ()


def pages(notes: Notes, surroundings: Surroundings) -> Iterator[Page]:
    """Yield every page, in the order of reading."""
    links = links_of(notes, surroundings.site_url)
    context = {"notes": notes, "surroundings": surroundings, "book_title": TITLE}
    yield Page("cover.xhtml", "Cover", _rendered("cover", context))
    yield Page("title.xhtml", "About this book", _rendered("title", context))
    for service in notes.services:
        if service.questions:
            yield _chapter(service, links, context)
    if notes.terms:
        yield _index(notes, links, context)


def _chapter(service: Service, links: Links, context: dict[str, Any]) -> Page:
    def passage(html: str) -> Markup:
        return xhtml(portable(html, service.url, links.address, picture_file))

    own = {"service": service, "passage": passage, "numbers": NUMBERS}
    parts = [(question.title.text, question.id) for question in service.questions]
    text = _rendered("chapter", context | own)
    return Page(chapter(service.slug), service.name, text, (*parts, ("Answers", "answers")))


def _index(notes: Notes, links: Links, context: dict[str, Any]) -> Page:
    def passage(html: str, term: str) -> Markup:
        return xhtml(portable(html, notes.term_url(term), links.address, picture_file))

    letters = entries_by_letter(notes)
    own = {"letters": letters, "passage": passage, "chapter": chapter}
    return Page(INDEX, "Index of terms", _rendered("terms", context | own))


def picture_file(url: str) -> str:
    """Return where a picture lies in the book."""
    return f"pictures/{picture_name(url)}"


def _rendered(name: str, context: dict[str, Any]) -> str:
    return templates("book").get_template(f"{name}.xhtml").render(context)
