"""The rules as views: all of them on one page, and a list of links to them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from markdown import Markdown

from exam_notes.index.notes import Notes
from exam_notes.lint.rule import Rule
from exam_notes.lint.rules import RULES as ALL_RULES
from exam_notes.views import VIEWS
from exam_notes.views.view import Context, View

PAGE = "rules.md"


def rules(_notes: Notes, _: str) -> Context:
    return {"rules": [(rule, _rendered(as_markdown(rule))) for rule in ALL_RULES]}


def rule_links(notes: Notes, _: str) -> Context:
    page = notes.by_path.get(PAGE)
    return {"rules": ALL_RULES, "rules_url": page.url if page else ""}


def anchors(_notes: Notes) -> Iterator[str]:
    return (rule.code.lower() for rule in ALL_RULES)


def as_markdown(rule: Rule) -> str:
    """Return what a rule says, as `explain` prints it and the page of rules shows it."""
    fixed = "`make check FIX=1` mends it." if rule.fix else ""
    hint = "A hint: it stops nothing." if rule.hint else ""
    said = " ".join(filter(None, (rule.why, fixed, hint)))
    examples = (f"{name}:\n\n````markdown\n{text}\n````" for name, text in _examples(rule))
    return "\n\n".join(filter(None, (rule.sentence, said, *examples)))


def _examples(rule: Rule) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("Bad", rule.bad), ("Good", rule.good)


@cache
def _rendered(text: str) -> str:
    extensions = ["pymdownx.highlight", "pymdownx.superfences"]
    return Markdown(extensions=extensions).convert(text)


RULES = View("rules", rules, by_authors=True, anchors=anchors)
RULE_LINKS = View("rule-links", rule_links, by_authors=True, anchors=anchors)
ALL_VIEWS = (*VIEWS, RULES, RULE_LINKS)
