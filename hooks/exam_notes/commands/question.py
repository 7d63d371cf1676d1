"""`make question`: the skeleton of a question, and of a page, where the service is new."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from markdown.extensions.toc import slugify

from exam_notes.commands.command import Command
from exam_notes.commands.project import Project
from exam_notes.order import term_key
from exam_notes.paths import SERVICES, TERMS

QUESTION = """
## {title} {{ #{id} }}

TODO: the stem, a case in your own words that ends with a question.

> [!failure]- TODO: an option that is wrong
>
> TODO: why it does not fit here, and where it would be right.

> [!success]- TODO: the option that is right
>
> TODO: why it is right.

> [!quote]- Sources, checked TODO, {exam} TODO
>
> - [TODO: title of the page](https://docs.aws.amazon.com/TODO)
"""
PAGE = """# {name}

TODO: what the exam asks about this service, in a few sentences.

| What | Figure |
|---|---|
| TODO | TODO |
"""
TERM = """## {name} {{ #{slug} }}

TODO: what it is, in up to 25 words.

"""
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TERM = re.compile(r"^## (.+?) \{ #", re.MULTILINE)
_HEADING = r"- [^\n:]+:(?: *#[^\n]*)?\n"
_GROUP = re.compile(rf"^ *{_HEADING}( *){_HEADING} *- {re.escape(SERVICES)}", re.MULTILINE)
_NAV = re.compile(rf"^( *- ){re.escape(SERVICES)}([a-z0-9-]+)\.md\n", re.MULTILINE)


class SkeletonError(ValueError):
    """Something is missing or taken; the message says what to write."""


def add_question(project: Project, service: str, title: str, name: str) -> list[str]:
    """Append a question to the page of `service`, which is made where it is missing.

    Returns the files written. Raises SkeletonError for a bad slug, an empty title, a new service
    without a name, or an id that is taken.
    """
    if not _SLUG.fullmatch(service):
        raise SkeletonError(f"SERVICE '{service}' is no file name such as s3 or api-gateway.")
    id = f"{service}-{slugify(title, '-')}".rstrip("-")
    if id == service or f"#{id} }}" in "".join(
        source.text for source in project.sources().values()
    ):
        raise SkeletonError(f"TITLE '{title}' is empty or taken; write TITLE=\"A neutral title\".")
    changed = (
        [] if (project.docs / SERVICES / f"{service}.md").exists() else _new(project, service, name)
    )
    page = project.docs / SERVICES / f"{service}.md"
    exam = project.notes().exam.code
    text = QUESTION.format(title=title, id=id, exam=exam)
    page.write_text(page.read_text("utf-8").rstrip() + "\n" + text, "utf-8")
    return [*changed, str(page.relative_to(project.root))]


def _new(project: Project, service: str, name: str) -> list[str]:
    """Make the page, the term and the line of the navigation; return what else was written."""
    if not name:
        raise SkeletonError(
            f"There is no page for '{service}'; add NAME=\"Amazon ...\" to make one."
        )
    (project.docs / SERVICES / f"{service}.md").write_text(PAGE.format(name=name), "utf-8")
    _edit(project.docs / TERMS, lambda text: with_term(text, name, service))
    _edit(project.root / "mkdocs.yml", lambda text: with_page(text, service))
    return [f"docs/{TERMS}", "mkdocs.yml"]


def _edit(file: Path, change: Callable[[str], str]) -> None:
    file.write_text(change(file.read_text("utf-8")), "utf-8")


def with_term(text: str, name: str, slug: str) -> str:
    """Return the text of the terms page with a term at its alphabetical place, once."""
    places = list(_TERM.finditer(text))
    if any(place[1] == name for place in places):
        return text
    after = (place.start() for place in places if term_key(place[1]) > term_key(name))
    return _insert(text, next(after, None), TERM.format(name=name, slug=slug))


def with_page(text: str, slug: str) -> str:
    """Return the text of mkdocs.yml with a service's page in the navigation, in order."""
    places = list(_NAV.finditer(text))
    if not places:
        raise SkeletonError(
            f"mkdocs.yml has no line '- {SERVICES}...'; add '- {SERVICES}{slug}.md'."
        )
    if group := _GROUP.search(text):  # to which group it belongs is the author's to say
        return _insert(text, group.start(1), f"{group[1]}- {SERVICES}{slug}.md\n")
    after = (place.start() for place in places if place[2] > slug)
    line = f"{places[0][1]}{SERVICES}{slug}.md\n"
    return _insert(text, next(after, places[-1].end()), line)


def _insert(text: str, at: int | None, piece: str) -> str:
    """Insert `piece` at an offset; at the end, after an empty line, where that is None."""
    return f"{text.rstrip()}\n\n{piece.rstrip()}\n" if at is None else text[:at] + piece + text[at:]


def question(project: Project, parsed: Namespace) -> int:
    """Append the skeleton of a question and say what to fill in."""
    try:
        changed = add_question(project, parsed.service, parsed.title, parsed.name)
    except SkeletonError as error:
        print(error)
        return 1
    print(f"Wrote {', '.join(changed)}. Fill in what says TODO, then run make check.")
    return 0


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("service", help="s3 for docs/services/s3.md")
    parser.add_argument("title")
    parser.add_argument("--name", default="", help="for a new service: its name, Amazon SQS")


COMMAND = Command("question", "append the skeleton of a question", _arguments, question)
