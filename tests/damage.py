"""Damaged pages: valid ones to which happened what happens when people edit."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from tests.notes import own_docs

SIGNS = (">", "#", "-", "`", "```", "[", " ", "    ", "\t", "<!-- ", "> ")
HEAD = "# Amazon S3\n\nWhat to know.\n\n"
FENCE = "```text\n> [!success]- Only an example\n```\n\n"
CHANGE = "> > [!warning] Changed 2020\n> >\n> > Now so. ([Guide](https://docs.aws.amazon.com/))\n\n"
SOURCES = (
    "> [!quote]- Sources, checked 2026-11-23, DVA-C03 1.1\n>\n"
    "> - [Guide](https://docs.aws.amazon.com/)\n\n"
)
TITLES = ("An access point", "Buckets and keys", "Copy with `aws s3 cp`", "Delete 10 objects")


@st.composite
def written_pages(draw: st.DrawFn) -> str:
    """Draw a valid page of one or two questions."""
    page = HEAD
    for number in range(draw(st.integers(1, 2))):
        page += f"## Question {number} {{ #s3-q{number} }}\n\nWhich one?\n\n"
        page += draw(st.sampled_from(["", FENCE]))
        for title in TITLES[: draw(st.integers(2, 4))]:
            kind = draw(st.sampled_from(["success", "failure"]))
            page += f"> [!{kind}]- {title}\n>\n> The reason.\n"
            page += draw(st.sampled_from(["\n", ">\n" + CHANGE]))
        page += SOURCES
    return page


def delete_line(lines: list[str], at: int, _: int) -> None:
    del lines[at]


def repeat_line(lines: list[str], at: int, _: int) -> None:
    lines.insert(at, lines[at])


def swap_lines(lines: list[str], at: int, by: int) -> None:
    other = (at + by) % len(lines)
    lines[at], lines[other] = lines[other], lines[at]


def delete_character(lines: list[str], at: int, column: int) -> None:
    lines[at] = lines[at][:column] + lines[at][column + 1 :]


def join_lines(lines: list[str], at: int, _: int) -> None:
    lines[at : at + 2] = ["".join(lines[at : at + 2])]


def indent(lines: list[str], at: int, depth: int) -> None:
    lines[at] = " " * (depth % 9) + lines[at].lstrip()


def insert(sign: str) -> Damage:
    def damage(lines: list[str], at: int, column: int) -> None:
        lines[at] = lines[at][:column] + sign + lines[at][column:]

    return damage


def drop_empty_lines(lines: list[str], at: int, many: int) -> None:
    lines[at : at + many] = [line for line in lines[at : at + many] if line.strip(" >")]


Damage = Callable[[list[str], int, int], None]
DAMAGES: tuple[Damage, ...] = (
    delete_line,
    repeat_line,
    swap_lines,
    delete_character,
    join_lines,
    indent,
    drop_empty_lines,
    *map(insert, SIGNS),
)


@st.composite
def damaged_pages(draw: st.DrawFn) -> str:
    """Draw a page of this site, or a written one, with one to five damages."""
    own = [text for path, text in own_docs().items() if path.startswith("services/")]
    lines = draw(st.sampled_from(own) | written_pages()).split("\n")
    damages = st.tuples(st.sampled_from(DAMAGES), st.integers(0, 200), st.integers(0, 20))
    for damage, at, column in draw(st.lists(damages, min_size=1, max_size=5)):
        damage(lines, at % len(lines), column)
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines)
