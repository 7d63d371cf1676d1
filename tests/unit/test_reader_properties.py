"""Whatever happens to a page, it can be read and woven, and no option is lost in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hypothesis import Phase, example, given, settings
from markdown import Markdown

from tests.support.casebook import BASE, PAGE
from tests.support.damage import DAMAGED_PAGES, DAMAGED_TERMS
from tests.support.notes import EXTENSIONS, problems, site_of
from tests.support.weaving import weave

# The same pages at every run: a failure is a failure for everybody.
thorough = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
)

OPENER = re.compile(r"[ >]*\[!(success|failure)\][-+]?(.*)", re.IGNORECASE)
UNSEEN = re.compile(r"\]\([^)]*\)|\{[^}]*\}\s*$|[^a-z0-9]")
CODE_OR_COMMENT = re.compile(r"<pre\b.*?</pre>|<!--.*?-->", re.DOTALL)
SWALLOWED = (
    "> [!failure]- One answer\n> [!success]- Another\n> > [!warning] Changed 2020\n"
    "> [!quote]- Sources\n\n## Title { #s3-a }\n\n> [!failure]- One answer\n>\n> The reason.\n"
    "> > [!warning] Changed 2020\n> [!failure]- A third answer\n> > [!warning] Changed 2020\n"
)
QUESTION = "## Title { #s3-a }\n\nWhich one?\n\n> [!quote]- Sources\n>\n"

Titled = tuple[str, str]


@thorough
@given(DAMAGED_PAGES)
@example("")
def test_problems_are_sorted_told_once_and_name_a_line_that_exists(page: str) -> None:
    found = problems({**BASE, PAGE: page})
    printed = [str(problem) for problem in found]
    assert list(found) == sorted(found)
    assert len(printed) == len(set(printed))
    lines = [problem.line for problem in found if problem.path == f"docs/{PAGE}"]
    assert [line for line in lines if not 1 <= line <= len(page.split("\n"))] == []


@thorough
@given(DAMAGED_PAGES)
@example(SWALLOWED)
def test_an_option_is_read_or_its_line_is_named(page: str) -> None:
    sources = {**BASE, PAGE: page}
    named = {problem.line for problem in problems(sources) if problem.path == f"docs/{PAGE}"}
    silent = [titled for line, titled in openers(page).items() if line not in named]
    read = [
        (option.verdict.value, letters(option.title.text))
        for question in site_of(sources).by_path[PAGE].questions
        for option in question.options
    ]
    assert missing_in_order(silent, read) == []


@thorough
@given(DAMAGED_PAGES)
@example(f"{QUESTION}> - [](https://docs.aws.amazon.com/)\n")
@example(QUESTION.replace("Which", "[Which](https://[docs.aws.amazon.com/)"))
@example(QUESTION.replace("Which", "<!-- exam-notes: places -->"))
def test_a_page_can_be_woven(page: str) -> None:
    site = site_of({**BASE, PAGE: page})
    assert len(weave(site)) == len(site.pages)


@thorough
@given(DAMAGED_TERMS)
@example('# Terms\n\n## A term { #a"b }\n\nAlso: Another\n\nIts meaning.\n')
def test_the_terms_can_be_read_checked_and_woven(page: str) -> None:
    sources = {**BASE, "terms.md": page}
    problems(sources)
    assert len(weave(site_of(sources))) == len(BASE)


def openers(page: str) -> dict[int, Titled]:
    """Return verdict and letters of each line that should be an option, by its number."""
    lines = enumerate(page.splitlines(), start=1)
    found = {n: match for n, line in lines if (match := OPENER.match(line))}
    hidden = hidden_lines(page, found)
    return {n: (m[1].lower(), letters(m[2])) for n, m in found.items() if n not in hidden}


def hidden_lines(page: str, numbers: Iterable[int]) -> set[int]:
    """Return which lines the page shows as code or hides in a comment.

    Markdown itself is asked: each line gets a mark, and the marks are looked for in the HTML.
    """
    if not any(sign in page for sign in ("```", "~~~", "<!--")):
        return set()
    lines = page.splitlines()
    for number in numbers:
        lines[number - 1] += f" mark{number}mark"
    html = Markdown(extensions=[*EXTENSIONS], extension_configs={**EXTENSIONS}).convert(
        "\n".join(lines)
    )
    hidden = "".join(re.sub(r"</?span[^>]*>", "", t) for t in CODE_OR_COMMENT.findall(html))
    return {int(number) for number in re.findall(r"mark(\d+)mark", hidden)}


def letters(title: str) -> str:
    """Return the beginning of a title without markup."""
    return UNSEEN.sub("", title.lower())[:40]


def missing_in_order(part: Iterable[Titled], whole: Iterable[Titled]) -> list[Titled]:
    """Return what of `part` does not occur in `whole` in the same order."""
    rest = iter(whole)
    return [entry for entry in part if entry not in rest]
