"""`check --fix` changes nothing that a reader sees, whatever formatters and people did to a page.

Questions of this site are rewritten as editors, formatters and hurried people do it, then mended.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from textwrap import wrap
from typing import Any

import pytest
from exam_notes.commands.check import fix_notes
from exam_notes.commands.project import Project
from exam_notes.lint.fix import mend
from exam_notes.model import Option, Question, Verdict
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from tests.support.notes import EXTENSIONS, ROOT, own_docs, site_of
from tests.support.opener_damage import DAMAGES, OPENER

PAGE = "services/s3.md"
HEAD = "# Amazon S3\n\nWhat to know.\n\n## A question { #s3-question }\n\nWhich one is it?\n"
REASONS = (
    "It is so.",
    "It has two ways:\n\n- the first, which is `one`\n- the second",
    "Option B would do, and the first too:\n\n1. one\n2. two\n\n    more of two\n\nIn the end.",
    "As a request:\n\n```http\nPUT /key\n```",
    "A long reason that a formatter at eighty columns breaks somewhere, where nobody knows before.",
)
CHANGE = "> > [!warning] Changed 2020\n> >\n> > Now so. ([Guide](https://docs.aws.amazon.com/a/))"
SOURCES = (
    "> [!quote]- Sources, checked 2026-11-23, DVA-C03 1.1\n>\n"
    "> - [Guide](https://docs.aws.amazon.com/a/)\n"
)
OPTIONS = tuple(
    line
    for path, text in own_docs().items()
    if path.startswith("services/")
    for line in text.split("\n")
    if re.match(r"> \[!(?:success|failure)\]- ", line)
)

# The same pages at every run: a failure is a failure for everybody.
fixed = settings(
    max_examples=30, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate]
)

Rewriting = Callable[[str], str]


@st.composite
def written(draw: st.DrawFn) -> str:
    """Draw a page of one question, its options in any order, some below a comment."""
    page = HEAD
    for number, opener in enumerate(
        draw(st.lists(st.sampled_from(OPTIONS), min_size=2, max_size=4))
    ):
        page += draw(st.sampled_from(["", f"\n<!-- Comment {number}: ask again. -->"]))
        reason = draw(st.sampled_from(REASONS)).split("\n")
        page += f"\n{opener}\n>\n" + "\n".join(f"> {line}".rstrip() for line in reason) + "\n"
        page += draw(st.sampled_from(["", f">\n{CHANGE}\n"]))
    return f"{page}\n{SOURCES}"


def as_it_is(page: str) -> str:
    return page


def without_empty_lines(page: str) -> str:
    return re.sub(r"\n(?:\n(?=>)|>\n)", "\n", page)


def without_bare_signs(page: str) -> str:
    return re.sub(r"(?m)^> ?>?\n", "", page)


def without_id(page: str) -> str:
    return page.replace(" { #s3-question }", "")


def without_spaces(page: str) -> str:
    return re.sub(r"(?m)^> (\[!\w+\]-) ", r">\1", page)


def with_spaces_in_brackets(page: str) -> str:
    return re.sub(r"\[!(\w+)\]", r"[ ! \1 ]", page)


def with_other_marks(page: str) -> str:
    return re.sub(r"(?m)^(> )- ", r"\1* ", re.sub(r"(?m)^(> \d)\. ", r"\1) ", page))


def without_gaps_of_lists(page: str) -> str:
    return re.sub(r"\n>\n(?=> (?:-|\d\.) )", "\n", page)


def wrapped_at(width: int) -> Rewriting:
    """Return what a formatter does that breaks each line of text at a width."""
    return lambda page: "\n".join(
        part for line in page.split("\n") for part in _broken(line, width)
    )


def _broken(line: str, width: int) -> list[str]:
    signs = re.match(r"[> ]*", line)
    start = signs[0] if signs else ""
    inner = f"{start}  " if re.match(r"[> ]*(?:-|\d\.) ", line) else start
    keep = line.startswith(("#", "<", "```")) or not line.strip("> ")
    options = {"break_long_words": False, "break_on_hyphens": False}
    text = line[len(start) :]
    return (
        [line]
        if keep
        else wrap(text, width, initial_indent=start, subsequent_indent=inner, **options)  # type: ignore[arg-type]
    )


REWRITINGS = (
    as_it_is,
    without_empty_lines,
    without_bare_signs,
    without_id,
    without_spaces,
    with_spaces_in_brackets,
    with_other_marks,
    without_gaps_of_lists,
    wrapped_at(40),
    wrapped_at(80),
)


@st.composite
def rewritten(draw: st.DrawFn) -> str:
    """Draw a page that was rewritten in one to three ways, some with one damaged opener."""
    page = draw(written())
    ways: list[Rewriting] = draw(st.lists(st.sampled_from(REWRITINGS), min_size=1, max_size=3))
    for rewrite in ways:
        page = rewrite(page)
    openers = [line for line in page.split("\n") if OPENER.fullmatch(line)]
    is_damaged: bool = draw(st.booleans())
    if openers and is_damaged:
        line = draw(st.sampled_from(openers))
        page = page.replace(line, draw(st.sampled_from([*draw(st.sampled_from(DAMAGES))(line)])), 1)
    return page


@fixed
@given(rewritten())
@example(f"{HEAD}\n> [!failure]- One\n---\n> It is so.\n> [!success]- Two\n\n{SOURCES}")
@example(HEAD + "\n" + SOURCES.replace("1.1\n>\n> - [", "1.1\n> -\n>   ["))
def test_what_was_read_is_read_as_before_and_twice_is_once(page: str) -> None:
    mended = mend(PAGE, page, EXTENSIONS)
    assert mend(PAGE, mended.text, EXTENSIONS).text == mended.text
    before, after = shown(page), shown(mended.text)
    assert titles(before) - titles(after) == Counter()
    if titles(before) == titles(after):  # else something is read that was text of another part
        assert after == before
    assert attached(page) == attached(mended.text)
    assert ids_in_quotes(page) == ids_in_quotes(mended.text)


def shown(page: str) -> Counter[tuple[object, ...]]:
    """Return what a reader sees of a page, but for the order of options, by its letters."""
    found: Counter[tuple[object, ...]] = Counter()
    there = site_of({PAGE: page}).by_path[PAGE]
    for outline in there.outline.questions:
        found.update(("sources", letters(callout.title)) for callout in outline.sources)
    for asked in there.questions:
        found["title", letters(asked.title.text)] += 1
        found["stem", letters(asked.stem.html)] += 1
        found.update(map(_option, asked.options))
        found.update(("change", letters(c.label), letters(c.body.html)) for c in asked.changes)
        found.update(("source", asked.checked, asked.task, *source) for source in cited(asked))
    return found


def _option(option: Option) -> tuple[object, ...]:
    changes = tuple((letters(change.label), letters(change.body.html)) for change in option.changes)
    return option.verdict, letters(option.title.text), letters(option.reason.html), changes


def cited(asked: Question) -> list[tuple[str, str]]:
    return [(source.url, letters(source.title)) for source in asked.sources]


def titles(seen: Counter[tuple[object, ...]]) -> Counter[tuple[object, ...]]:
    """Return what is seen without the texts of stems, reasons and change notes."""
    found: Counter[tuple[object, ...]] = Counter()
    for (kind, title, *rest), count in seen.items():
        changes: Any = rest[1] if isinstance(kind, Verdict) else ()
        found[kind, title if kind != "stem" else ""] += count
        for label, _ in changes:
            found["change of", title, label] += count
    return found


def attached(page: str) -> dict[str, str]:
    """Return the letters of the line that stands below each comment."""
    lines = [line for line in page.split("\n") if line.strip(" >")]
    return {above: letters(below) for above, below in pairwise(lines) if above.startswith("<!-- C")}


def ids_in_quotes(page: str) -> int:
    return sum(line.startswith(">") and "{ #s3-" in line for line in page.split("\n"))


def letters(text: str) -> str:
    """Return the letters that are shown of a text or of HTML, its code too."""
    return re.sub(r"<[^>]*>|&\w+;|[\W_\d]", "", text.lower())


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("project")
    (root / "docs/services").mkdir(parents=True)
    (root / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    return root


@settings(parent=fixed, max_examples=12)
@given(
    rewritten(),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from([b"", b"\xef\xbb\xbf"]),
    st.integers(0, 2),
)
def test_line_ends_mark_and_end_of_a_file_stay(
    project: Path, page: str, end: str, mark: bytes, ends: int
) -> None:
    file = project / "docs" / PAGE
    text = (page.rstrip("\n") + "\n" * ends).replace("\n", end)
    file.write_bytes(mark + text.encode())
    said = [*fix_notes(Project(project), lambda _: True)]
    after = file.read_bytes()
    assert _form(after) == _form(mark + text.encode())
    again = [*fix_notes(Project(project), lambda _: True)]
    assert file.read_bytes() == after
    assert [line for line in again if line.startswith("mended")] == []
    assert said or after == mark + text.encode()


def _form(content: bytes) -> tuple[bool, set[bytes], bytes]:
    """Return whether a mark stands first, which line ends there are, and those at the very end."""
    ends = set(re.findall(rb"\r\n|\n|\r", content))
    return content.startswith(b"\xef\xbb\xbf"), ends, content[len(content.rstrip(b"\r\n")) :]


@pytest.mark.parametrize("number", range(1, len(REWRITINGS)))
def test_each_rewriting_changes_a_page(number: int) -> None:
    body = "\n".join(f"> {line}".rstrip() for line in REASONS[1].split("\n"))
    page = f"{HEAD}\n{max(OPTIONS, key=len)}\n>\n{body}\n>\n> 1. one\n\n{SOURCES}"
    assert REWRITINGS[number](page) != page
