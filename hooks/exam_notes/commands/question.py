"""`make question`: adds the skeleton of a question, or pasted ones, to a page, new or old."""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, Namespace
from dataclasses import dataclass, field
from pathlib import Path

from markdown.extensions.toc import slugify

from exam_notes.commands.command import Command
from exam_notes.commands.navigation import group_for, with_page
from exam_notes.commands.pasted import in_house_form, questions_of
from exam_notes.commands.project import Project
from exam_notes.commands.skeleton import (
    PAGE,
    question_text,
    slug_error,
    with_question,
    with_term,
)
from exam_notes.commands.skeleton_error import SkeletonError
from exam_notes.commands.writing import read_like, write_like
from exam_notes.paths import SERVICES, TERMS

_IDS = re.compile(r"\{ *#([^\s{}]+) *\}")


@dataclass
class _Changes:
    """The files to write, by their path below the project; nothing is written before all is."""

    root: Path
    texts: dict[str, str] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)

    def text(self, path: str) -> str:
        return self.texts.get(path) or read_like(self.root / path)

    def write(self) -> None:
        for path, text in self.texts.items():
            write_like(self.root / path, text)


def question(project: Project, parsed: Namespace) -> int:
    """Add a question, or those of a paste, to a page, and say what to fill in."""
    try:
        changes = changes_for(project, parsed)
    except SkeletonError as error:
        print(error)
        return 1
    changes.write()
    print(f"Wrote {', '.join(changes.texts)}. Fill in what says TODO, then run make check.")
    for line in changes.said:
        print(line)
    return 0


def changes_for(project: Project, parsed: Namespace) -> _Changes:
    """Return what is to be written.

    Raises SkeletonError for a bad slug, an empty title, an id that is taken, a new service without
    a name, a group that is not there, a paste that cannot be read or holds no question.
    """
    slug = parsed.service
    if fault := slug_error(slug):
        raise SkeletonError(fault)
    changes = _Changes(project.root)
    taken = _taken(project)
    texts = (
        _pasted(project, parsed, taken, changes.said)
        if parsed.source
        else [_skeleton(project, slug, parsed.title, taken)]
    )
    page = f"docs/{SERVICES}{slug}.md"
    if not (project.root / page).exists():
        _add_service(changes, parsed)
    text = changes.text(page)
    for question in texts:
        text = with_question(text, question)
    changes.texts[page] = text
    return changes


def _taken(project: Project) -> set[str]:
    """Return every id of a heading, and every one that was published."""
    published = project.docs / "published-ids.txt"
    lines = read_like(published).split("\n") if published.exists() else []
    texts = (source.text for source in project.sources().values())
    return {id for text in texts for id in _IDS.findall(text)} | {
        line.split("->")[0].strip() for line in lines
    }


def _skeleton(project: Project, slug: str, title: str, taken: set[str]) -> str:
    id = f"{slug}-{slugify(title, '-')}".rstrip("-")
    if id == slug or id in taken:
        raise SkeletonError(f"TITLE '{title}' is empty or taken; write TITLE=\"A neutral title\".")
    return question_text(title, id, project.notes().exam.code)


def _pasted(project: Project, parsed: Namespace, taken: set[str], said: list[str]) -> list[str]:
    """Return the questions of a paste in our form; say how many, and what is left in comments."""
    found, _ = questions_of(_read(parsed.source))
    if not found:
        raise SkeletonError(
            f"No question was found in '{parsed.source}'; options begin with A. or - [ ], and "
            "'Answer: B' says which one is right."
        )
    exam = project.notes().exam.code
    title = parsed.title if len(found) == 1 else ""
    texts = [in_house_form(one, parsed.service, taken, exam, title) for one in found]
    left = sum(text.count("<!-- TODO: ") for text in texts)
    said.append(f"Read: {len(found)}. In comments that say TODO: {left}.")
    return texts


def _read(source: str) -> str:
    """Read a pasted text from a file, from standard input for "-"."""
    try:
        content = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise SkeletonError(f"FROM '{source}' cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise SkeletonError(f"FROM '{source}' is not UTF-8; save it as UTF-8.") from error
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def _add_service(changes: _Changes, parsed: Namespace) -> None:
    """Add the term, the line of the navigation, and the page of a new service."""
    slug, name = parsed.service, parsed.name
    if not name:
        raise SkeletonError(f"There is no page for '{slug}'; add NAME=\"Amazon ...\" to make one.")
    terms, config = f"docs/{TERMS}", "mkdocs.yml"
    group = group_for(changes.text(config), parsed.group)
    changes.texts[terms] = with_term(changes.text(terms), name, slug)
    changes.texts[config] = with_page(changes.text(config), slug, parsed.group)
    changes.texts[f"docs/{SERVICES}{slug}.md"] = PAGE.format(name=name)
    changes.said.append(f"In nav the page stands under '{group}'; GROUP=... chooses another one.")


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("service", help="s3 for docs/services/s3.md")
    parser.add_argument("title", nargs="?", default="")
    parser.add_argument(
        "--from", dest="source", default="", help="a file of questions, - for stdin"
    )
    parser.add_argument("--name", default="", help="for a new service: its name, Amazon SQS")
    parser.add_argument("--group", default="", help="for a new service: its group in nav")


COMMAND = Command("question", "add a question, or pasted ones, to a page", _arguments, question)
