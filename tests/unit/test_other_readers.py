"""The notes as GitHub and Obsidian read them: by CommonMark, with tables, without our site.

A callout is a quote there, and its first line, such as `[!success]- Yes`, a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from exam_notes.model import Question, Term
from exam_notes.visible import plain
from markdown_it import MarkdownIt

from tests.support.notes import own_docs, site_of
from tests.support.questions import SOURCES, question

COMMON_MARK = MarkdownIt("commonmark").enable("table")
DOCS = own_docs()
SITE = site_of(DOCS)
TERMS = "terms.md"
HEADING = "## Term { #term }\n\n"

_CALLOUT = re.compile(r"\[!\w+\][-+]? ?")
# What is worth remembering stands behind the last question, and belongs to the page.
_REMEMBER = re.compile(r"^> \[!abstract\]- .*", re.MULTILINE | re.DOTALL)


def sections(markdown: str) -> dict[str, list[str]]:
    """Return the readable lines below each heading of the second level, by the heading as shown.

    A line is a paragraph, a list item or a cell; code stands in none.
    """
    parts = COMMON_MARK.render(markdown).split("<h2>")[1:]
    shown = {heading: body for heading, _, body in (part.partition("</h2>") for part in parts)}
    return {plain(heading): plain(body).split("\n") for heading, body in shown.items()}


def as_other_readers_see(markdown: str, heading: str) -> list[str]:
    """Return the lines of a section without the marks of callouts; in no order."""
    return sorted(_CALLOUT.sub("", line, count=1) for line in sections(markdown)[heading])


def said_by(asked: Question) -> Iterator[str]:
    """Yield the lines that the model has of a question, titles apart from what is below them."""
    yield from asked.stem.text.split("\n")
    for change in asked.changes:
        yield from (change.label, *change.body.text.split("\n"))
    for option in asked.options:
        yield from (option.title.text, *option.reason.text.split("\n"))
    if asked.sources:
        numbers = ", ".join(asked.skills) or asked.task.split()[1]
        yield f"Sources, checked {asked.checked}, {asked.task.split()[0]} {numbers}"
    for source in asked.sources:
        yield f"{source.title}: {source.reason}" if source.reason else source.title


def defined_by(term: Term) -> Iterator[str]:
    if term.aliases:
        yield f"Also: {', '.join(term.aliases)}"
    yield from term.definition.text.split("\n")


def heading_of(thing: Question | Term) -> str:
    name = thing.title.text if isinstance(thing, Question) else thing.name
    return f"{name} {{ #{thing.id} }}"


@pytest.mark.parametrize("id", SITE.questions)
def test_every_line_of_a_question_can_be_read(id: str) -> None:
    """Stem, options, reasons, change notes and sources, and nothing else."""
    asked = SITE.questions[id]
    page = _REMEMBER.sub("", DOCS[f"services/{asked.service}.md"])
    assert as_other_readers_see(page, heading_of(asked)) == sorted(said_by(asked))


@pytest.mark.parametrize("term", SITE.terms, ids=lambda term: term.id)
def test_every_definition_can_be_read(term: Term) -> None:
    assert as_other_readers_see(DOCS[TERMS], heading_of(term)) == sorted(defined_by(term))


@pytest.mark.parametrize("path", DOCS)
def test_no_text_is_code_by_its_indentation(path: str) -> None:
    tokens = COMMON_MARK.parse(DOCS[path])
    assert [token.content for token in tokens if token.type == "code_block"] == []


GOOD = "# S3\n\n" + question(reason="It holds:\n\n- one\n- two") + SOURCES.format("Guide")


def first_question(page: str) -> Question:
    return next(iter(site_of({"services/s3.md": page}).questions.values()))


def test_a_good_page_can_be_read() -> None:
    asked = first_question(GOOD)
    assert as_other_readers_see(GOOD, heading_of(asked)) == sorted(said_by(asked))
    assert "It holds:" in as_other_readers_see(GOOD, heading_of(asked))


@pytest.mark.parametrize(
    ("old", "new", "seen", "lost"),
    [
        ("No\n>\n> Because.", "No\n> Because.", {"No Because."}, {"No", "Because."}),
        ("> - two", ">\n>       two", set(), {"two"}),
        ("holds:\n> \n> -", "holds:\n> -", {"It holds:", "one", "two"}, {"It holds: - one - two"}),
    ],
    ids=["title-and-reason-are-one-paragraph", "text-is-code", "list-here-text-there"],
)
def test_what_another_reader_would_not_show_is_seen(
    old: str, new: str, seen: set[str], lost: set[str]
) -> None:
    assert old in GOOD
    page = GOOD.replace(old, new)
    asked = first_question(page)
    shown, said = {*as_other_readers_see(page, heading_of(asked))}, {*said_by(asked)}
    assert (shown - said, said - shown) == (seen, lost)
