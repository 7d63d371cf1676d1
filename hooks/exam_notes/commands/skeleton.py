"""The texts of `make question`, and where in a page they go: pure text in, text out."""

from __future__ import annotations

import re

from exam_notes.order import term_key
from exam_notes.reading.fences import visible_lines

QUESTION = """\
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

TODO: what the exam asks about this service, in a few sentences, without an answer.

> [!abstract]- Worth remembering
>
> | What | Figure |
> |---|---|
> | TODO | TODO |
"""
TERM = """## {name} {{ #{slug} }}

TODO: what it is, in up to 25 words.

"""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TERM = re.compile(r"^## (.+?) \{ #", re.MULTILINE)
_FIGURES = re.compile(r" {0,3}>[ \t]*\[!abstract\]", re.IGNORECASE)
_QUESTION = re.compile(r" {0,3}##[ \t]")


def question_text(title: str, id: str, exam: str) -> str:
    return QUESTION.format(title=title, id=id, exam=exam)


def slug_error(slug: str) -> str:
    """Say what is wrong with the name of a service's file, "" where nothing is."""
    fits = _SLUG.fullmatch(slug)
    return "" if fits else f"SERVICE '{slug}' is no file name such as s3 or api-gateway."


def with_question(page: str, question: str) -> str:
    """Return the text of a page with a question behind its last one, above its figures."""
    last = 0
    for number, line in visible_lines(page):
        if _FIGURES.match(line):
            last = last or number
        elif _QUESTION.match(line):
            last = 0
    lines = page.split("\n")
    end = last - 1 if last else len(lines)
    above, below = "\n".join(lines[:end]).rstrip(), "\n".join(lines[end:]).rstrip()
    return "\n\n".join(filter(None, (above, question.rstrip(), below))) + "\n"


def with_term(text: str, name: str, slug: str) -> str:
    """Return the text of the terms page with a term at its alphabetical place, once."""
    places = list(_TERM.finditer(text))
    if any(place[1] == name for place in places):
        return text
    after = (place.start() for place in places if term_key(place[1]) > term_key(name))
    return _insert(text, next(after, None), TERM.format(name=name, slug=slug))


def _insert(text: str, at: int | None, piece: str) -> str:
    """Insert `piece` at an offset; at the end, after an empty line, where that is None."""
    return f"{text.rstrip()}\n\n{piece.rstrip()}\n" if at is None else text[:at] + piece + text[at:]
