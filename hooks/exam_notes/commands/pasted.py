"""Writes pasted questions in the form of this project: pure text in, text out.

Nothing is lost in silence: what has no place of its own stands in a comment that says TODO.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from textwrap import dedent

from markdown.extensions.toc import slugify

from exam_notes.lint.ids import free_id
from exam_notes.lint.paste_lines import paste_lines
from exam_notes.lint.paste_reader import questions_in
from exam_notes.lint.pasted import Pasted, PastedOption
from exam_notes.lint.rules.n031_how_many_to_choose import NUMBERS
from exam_notes.order import SortKey, alphabetical
from exam_notes.reading.fences import fences

SOURCES = """\
> [!quote]- Sources, checked TODO, {exam} TODO
>
> - [TODO: title of the page](https://docs.aws.amazon.com/TODO)"""
WHY_RIGHT = "TODO: why it is right."
WHY_WRONG = "TODO: why it does not fit here, and where it would be right."

_LONGEST_TITLE = 60
_LETTER_NAMED = re.compile(r"\b(?:[B-H]|(?:[Oo]ption|[Aa]nswer|[Cc]hoice)s? A)\b")
# What would be no text where it comes to stand: callouts, comments, fences without an end, lines.
_NO_TEXT = re.compile(r"[ \t>]*\\?\[[ ]*![\w -]*\]|.*<!--|.*-->|[ \t>]*(?:```|~~~)|[ \t]*=+[ \t]*$")
_CHOOSE = re.compile(rf"\b(?:choose|select|pick) (?:{'|'.join(NUMBERS)})\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?:Q|Question)[ .#:]*\d+[ .:]*", re.IGNORECASE)
_MARKUP = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[*_`]")


def questions_of(text: str) -> tuple[list[Pasted], list[str]]:
    """Return the questions of a pasted text, and the lines above the first one.

    What is no question by itself belongs to the one before it.
    """
    lines = dedent(text).split("\n")
    found: list[Pasted] = []
    above: list[str] = []
    for part in questions_in(paste_lines(lines)):
        if part.is_question:
            found.append(part)
        else:
            raw = [line for line in lines[part.first - 1 : part.last] if line.strip()]
            (found[-1].rest if found else above).extend(raw)
    if found:
        found[0].rest[:0] = above
    return found, above


def in_house_form(pasted: Pasted, slug: str, taken: set[str], exam: str, title: str = "") -> str:
    """Return a question as a page has it; its id is free, and taken from then on."""
    rest = list(pasted.rest)
    heading = title or _title(pasted, rest)
    stem = _stem(pasted, rest)
    options = list(_options(pasted, rest))
    comments = "\n".join(f"<!-- TODO: {_safe(line)} -->" for line in _kept(pasted, rest))
    first = f"## {heading} {{ #{_id(pasted, slug, taken, title)} }}"
    blocks = (first, comments, stem, *options, SOURCES.format(exam=exam))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _safe(line: str) -> str:
    """Return a line that its own signs cannot end as a comment."""
    return line.strip().replace("<!--", "&lt;!--").replace("-->", "--&gt;")


def _kept(pasted: Pasted, rest: Sequence[str]) -> Iterator[str]:
    """Yield what has no place: unknown answers, letters that reasons name, lines of the paste."""
    known = {word for option in pasted.options for word in (option.letter, option.text)}
    if unknown := [answer for answer in pasted.answers if answer not in known]:
        yield f"the answer of the paste was {', '.join(unknown)}"
    if pasted.options and not pasted.right:
        yield "which option is right? The paste does not say; it becomes [!success]"
    letters = [f"{option.letter} = {option.text}" for option in pasted.options if option.letter]
    if letters and any(_LETTER_NAMED.search(line) for line in pasted.reasons):
        yield f"reasons name letters, which were {'; '.join(letters)}"
    yield from (line for line in rest if line.strip())


def _title(pasted: Pasted, rest: list[str]) -> str:
    """Return the heading where it is a title; else what it asks, to be made neutral."""
    heading = pasted.heading.strip()
    if heading and not heading.endswith("?"):
        if len(heading) <= _LONGEST_TITLE and not _NUMBER.fullmatch(heading):
            return heading
        rest.append(heading)
    return f"TODO: a neutral title for {_first_words(pasted.asks, 8)}"


def _first_words(text: str, number: int) -> str:
    return " ".join(re.findall(r"[^\W_]+", text)[:number]) or "it"


def _id(pasted: Pasted, slug: str, taken: set[str], title: str) -> str:
    """Propose an id of the title's words, or of those it asks with."""
    is_title = not (pasted.heading.endswith("?") or _NUMBER.fullmatch(pasted.heading.strip()))
    heading = pasted.heading if is_title else ""
    words = _first_words(title or heading or pasted.asks, 6)
    own = re.sub(r"[^a-z0-9]+", "-", slugify(words, "-")).strip("-")
    return free_id(f"{slug}-{own or 'question'}", taken)


def _stem(pasted: Pasted, rest: list[str]) -> str:
    text = "\n".join(_shown(pasted.stem, rest)).strip("\n")
    if pasted.heading.rstrip().endswith("?"):
        text = f"{pasted.heading.strip()}\n\n{text}".strip("\n")
    text = text or "TODO: the stem, a case in your own words that ends with a question."
    how_many = [word for word, number in NUMBERS.items() if number == len(pasted.right) > 1]
    is_said = not how_many or _CHOOSE.search(text)
    return text if is_said else f"{text}\n\n**Choose {how_many[0]}.**"


def _shown(lines: Sequence[str], rest: list[str]) -> list[str]:
    """Return the lines that are text or code where they stand; add the others to `rest`."""
    code = _code_in(lines)
    shown: list[str] = []
    for index, line in enumerate(lines):
        is_text = index in code or not _NO_TEXT.match(line)
        (shown if is_text else rest).append(line)
    return shown


def _code_in(lines: Sequence[str]) -> set[int]:
    """Return the indices of lines of fences."""
    return {i for first, last in fences(list(lines)).items() for i in range(first, last + 1)}


def _options(pasted: Pasted, rest: list[str]) -> Iterator[str]:
    """Yield the options in order; what follows them is the reason of the first that is right."""
    right = pasted.right
    reasons = _shown(pasted.reasons, rest)
    options = sorted(pasted.options, key=_key)
    first = next((option for option in options if option in right), None)
    if options and first is None:
        rest += reasons
    for option in options:
        own = _shown(option.below, rest) + (reasons if option is first else [])
        yield _option(option.text, own, is_right=option in right)
    if len(options) < 2:
        yield _option("TODO: an option that is wrong", [], is_right=False)
    if not options:
        yield _option("TODO: the option that is right", reasons, is_right=True)


def _key(option: PastedOption) -> SortKey:
    return alphabetical(_MARKUP.sub(r"\1", option.text))


def _option(text: str, lines: Sequence[str], *, is_right: bool) -> str:
    kind, why = ("success", WHY_RIGHT) if is_right else ("failure", WHY_WRONG)
    body = dedent("\n".join(lines)).strip("\n").split("\n")
    code = _code_in(body)
    is_said = any(line.strip() for i, line in enumerate(body) if i not in code)
    quoted = [f"> {line}".rstrip() for line in (body if is_said else [*filter(None, body), why])]
    return "\n".join([f"> [!{kind}]- {text}", ">", *quoted])
