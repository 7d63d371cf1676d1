"""N019: A service page's heading is a term."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown.extensions.toc import slugify

from exam_notes.lint.ids import free_id
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.near import nearest
from exam_notes.lint.page import Located
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem, Term
from exam_notes.paths import TERMS

# So alike that one of them may be misspelt: "Amazon S33", but not "Amazon SQS" for "Amazon SNS".
_ALIKE = 0.92


def check(inspection: Inspection) -> Iterator[Problem]:
    terms = inspection.notes.terms
    names = {term.name for term in terms}
    for located in inspection.service_pages:
        title = located.page.outline.title.text
        if title not in names:
            line = next((line for _, line in located.headings(1)), 1)
            yield RULE.at(located.path, line, title=title, write=_proposal(located, title, terms))


def _proposal(located: Located, title: str, terms: Sequence[Term]) -> str:
    """Say what to write: the name of a term that has this one beside it, or a new term."""
    taken = {term.id for term in terms}
    own = next((term.name for term in terms if term.id == located.slug), "")
    if not title:
        return f"begin the page with '# {own or '...'}', the name of a term"
    of_alias = next((term.name for term in terms if title in term.aliases), "")
    if of_alias:
        return f"write '# {of_alias}', the term that has this name too"
    add = f"add '## {title} {{ #{_id(located.slug, title, taken)} }}' to docs/{TERMS}"
    near = nearest(title, [term.name for term in terms], _ALIKE)
    return f"{add}, or did you mean '{near}'?" if near else add


def _id(slug: str, title: str, taken: set[str]) -> str:
    """Return an id of the file's name; where another term has that, one of the heading."""
    id = slugify(slug.replace(".", "-").replace("_", "-"), "-")
    return id if id and id not in taken else free_id(slugify(title, "-") or "term", taken)


RULE = Rule(
    code="N019",
    sentence="A service page's heading is a term.",
    why="A page under `docs/services/` is called what `docs/terms.md` calls its service.",
    place=Place.PAGE,
    bad="# Amazon S3 notes",
    good="# Amazon S3",
    message="heading '{title}' is no term; {write}",
    check=check,
)
