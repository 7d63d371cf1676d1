"""Damaged pages: valid ones to which happens what happens when people edit."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from tests.support.notes import own_docs

OWN = [text for path, text in own_docs().items() if path.startswith("services/")]
SIGNS = (">", "> ", "#", "-", "`", "```", "[", " ", "    ", "\t", "<!-- ", "&", '"')
HEAD = "# Amazon S3\n\nWhat to know.\n\n"
BEFORE_OPTIONS = ("", "```text\n> [!success]- Only an example\n```\n\n", "<!--\n> Hidden\n-->\n\n")
CHANGE = (
    ">\n> > [!warning] Changed 2020\n> >\n> > Now so. ([Guide](https://docs.aws.amazon.com/))\n"
)
SOURCES = (
    "> [!quote]- Sources, checked 2026-11-23, DVA-C03 1.1\n>\n"
    "> - [Guide](https://docs.aws.amazon.com/)\n\n"
)
TITLES = ("An access point", "Buckets and keys", "Copy with `aws s3 cp`", "Delete 10 objects")
REASONS = ("> The reason.\n", "> The reason:\n>\n> ```http\n> PUT /key\n> ```\n")

Damage = Callable[[list[str], int, int], None]


@st.composite
def written_pages(draw: st.DrawFn) -> str:
    """Draw a valid page of one or two questions."""
    page = HEAD
    for number in range(draw(st.integers(1, 2))):
        page += f"## Question {number} {{ #s3-q{number} }}\n\nWhich one?\n\n"
        page += draw(st.sampled_from(BEFORE_OPTIONS))
        for title in TITLES[: draw(st.integers(2, 4))]:
            page += f"> [!{draw(st.sampled_from(['success', 'failure']))}]- {title}\n>\n"
            page += draw(st.sampled_from(REASONS)) + draw(st.sampled_from(["", CHANGE])) + "\n"
        page += SOURCES
    return page


def delete_line(lines: list[str], at: int, _: int) -> None:
    del lines[at]


def repeat_line(lines: list[str], at: int, _: int) -> None:
    lines.insert(at, lines[at])


def swap_lines(lines: list[str], at: int, by: int) -> None:
    other = (at + by) % len(lines)
    lines[at], lines[other] = lines[other], lines[at]


def join_lines(lines: list[str], at: int, _: int) -> None:
    lines[at : at + 2] = ["".join(lines[at : at + 2])]


def drop_empty_lines(lines: list[str], at: int, many: int) -> None:
    lines[at : at + many] = [line for line in lines[at : at + many] if line.strip(" >")]


def delete_character(lines: list[str], at: int, column: int) -> None:
    lines[at] = lines[at][:column] + lines[at][column + 1 :]


def indent(lines: list[str], at: int, depth: int) -> None:
    lines[at] = " " * (depth % 9) + lines[at].lstrip()


def insert(sign: str) -> Damage:
    """Return the damage that puts `sign` into a line."""

    def damage(lines: list[str], at: int, column: int) -> None:
        lines[at] = lines[at][:column] + sign + lines[at][column:]

    return damage


DAMAGES: tuple[Damage, ...] = (
    delete_line,
    repeat_line,
    swap_lines,
    join_lines,
    drop_empty_lines,
    delete_character,
    indent,
    *(insert(sign) for sign in SIGNS),
)


def damaged(pages: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Draw a page with one to five damages, some of them with Windows' line ends."""
    # Damage near the beginning of a line is the damage that matters.
    one = st.tuples(st.sampled_from(DAMAGES), st.integers(0, 200), st.integers(0, 30))
    ends = st.sampled_from(["\n", "\n", "\r\n"])
    return st.builds(_damage, pages, st.lists(one, min_size=1, max_size=5), ends)


def _damage(page: str, damages: list[tuple[Damage, int, int]], end: str) -> str:
    lines = page.split("\n")
    for damage, at, column in damages:
        damage(lines, at % len(lines), column)
        lines = lines or [""]
    return end.join(lines)


DAMAGED_PAGES = damaged(st.sampled_from(OWN) | written_pages())
DAMAGED_TERMS = damaged(st.just(own_docs()["terms.md"][:2000]))
