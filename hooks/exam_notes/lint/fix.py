"""`check --fix`: mends what is mechanical, and nothing else. Running it twice changes nothing more.

What a rule can mend stands in the rule. Here each mended page is read again: where readers would
see something else than before, the rule's fix is dropped.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from exam_notes.lint.draft import Draft
from exam_notes.lint.rules import RULES
from exam_notes.paths import TERMS, service_slug
from exam_notes.reading.settings import Extensions

_ID = re.compile(r"(?m)^(.*)\{ ?#[^\s{}]+ ?\}[ \t]*$")

_TAG = re.compile(r"<[^>]*>")
# A page that is in order needs one round; one of run-together callouts two or three.
_ROUNDS = 8


class Mended(NamedTuple):
    """The mended text of a page, and the codes of rules whose fix would have changed the notes."""

    text: str
    refused: tuple[str, ...]


def mend(path: str, source: str, extensions: Extensions) -> Mended:
    """Mend the text of the page at `path`. Pages without questions or terms stay.

    What one rule mends may let another one see more, so there are rounds until nothing changes.
    """
    mended = Mended(source, ())
    for _ in range(_ROUNDS if path == TERMS or service_slug(path) else 0):
        before = mended.text
        mended = _round(path, before, extensions)
        if mended.text == before:
            break
    return mended


def _round(path: str, source: str, extensions: Extensions) -> Mended:
    """Let each rule mend the text of a page once."""
    refused = []
    for rule in RULES:
        before = Draft(path, source, extensions)
        text = rule.fix(before) if rule.fix else source
        if text != source and _keeps(before, Draft(path, text, extensions)):
            source = text
        elif text != source:
            refused.append(rule.code)
    return Mended(source, tuple(refused))


def fix_page(path: str, source: str, extensions: Extensions) -> str:
    """Return the mended text of the page at `path`."""
    return mend(path, source, extensions).text


def _keeps(before: Draft, after: Draft) -> bool:
    """Tell whether a mended page has all that the page had: each term, stem, option and source.

    What was not read before, such as an option below a line of text, may be more.
    """
    same = len(before.page.outline.callouts) == len(after.page.outline.callouts)
    lost = _parts(before, texts=same) - _parts(after, texts=same)
    return not lost and _words(before) == _words(after)


def _parts(draft: Draft, *, texts: bool) -> Counter[object]:
    """Return what a page holds. A callout that was not read before was text of another part."""
    page = draft.page
    parts: Counter[object] = Counter((term.name, term.definition.text) for term in page.terms)
    for question in page.questions:
        parts[question.title.text, _letters(question.stem.html) if texts else ""] += 1
        for option in question.options:
            reason = _letters(option.reason.html) if texts else ""
            parts[option.verdict, option.title.text, reason] += 1
        parts.update((source.url, source.title) for source in question.sources)
        parts.update(change.label for change in question.all_changes)
    return parts


def _letters(html: str) -> str:
    """Return the letters of a text: a list that was text loses its marks and its line."""
    return "".join(filter(str.isalpha, _TAG.sub("", html)))


def _words(draft: Draft) -> Counter[str]:
    """Return the words of a text, without the ids of headings."""
    return Counter(re.findall(r"\w+", _ID.sub(r"\1", draft.source)))
