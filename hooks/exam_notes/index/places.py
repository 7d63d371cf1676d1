"""The cross-linked index: where each term occurs, and which questions link to which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from exam_notes.index.matcher import Matcher
from exam_notes.model import Backlink, Place, Question, Role, Service, Term, Verdict
from exam_notes.order import term_key
from exam_notes.visible import linking_sentences

ROLE_OF = {Verdict.CORRECT: Role.ANSWER, Verdict.INCORRECT: Role.DISTRACTOR}

Occurrence = tuple[str, Role, str]


@dataclass(frozen=True, slots=True)
class Index:
    """`places` by term id, `terms` (ids) and `backlinks` by question id. Absent means none."""

    places: dict[str, tuple[Place, ...]]
    terms: dict[str, tuple[str, ...]]
    backlinks: dict[str, tuple[Backlink, ...]]


def build_index(
    services: Sequence[Service], terms: Sequence[Term], resolve: Callable[[str, str], str]
) -> Index:
    """Index all questions; `resolve(service, address)` is the question a link leads to, or ""."""
    matcher = Matcher(terms)
    order = {term.id: term_key(term.name) for term in terms}
    places: dict[str, list[Place]] = defaultdict(list)
    touched = {}
    backlinks: dict[str, dict[str, Backlink]] = defaultdict(dict)
    for question, own_term in (
        (q, service.term) for service in services for q in service.questions
    ):
        found = strongest_places(question, own_term, matcher)
        touched[question.id] = tuple(sorted(found, key=lambda term: order[term]))
        for term, place in found.items():
            places[term].append(place)
        for target, backlink in _links_of(question, resolve):
            backlinks[target].setdefault(question.id, backlink)
    return Index(_frozen(places), touched, {k: tuple(v.values()) for k, v in backlinks.items()})


def _frozen(places: dict[str, list[Place]]) -> dict[str, tuple[Place, ...]]:
    return {term: tuple(found) for term, found in places.items()}


def strongest_places(question: Question, own_term: str, matcher: Matcher) -> dict[str, Place]:
    """Return one place for each term that occurs in `question`: the one with the strongest role.

    The term of the question's own service does not count as mentioned on its own page.
    """
    places: dict[str, Place] = {}
    for option, role, text in _texts(question):
        for term in matcher.find(text):
            if term not in places and (term != own_term or role is not Role.MENTIONED):
                places[term] = Place(question.id, option, role)
    return places


def _texts(question: Question) -> Iterator[Occurrence]:
    """Yield every text in which terms count, strongest role first. Sources do not count."""
    for verdict in Verdict:
        for option in question.options:
            if option.verdict is verdict:
                yield option.anchor, ROLE_OF[verdict], option.title.text
    for text in (question.title.text, question.stem.text):
        yield "", Role.MENTIONED, text
    for passage in (*(c.body for c in question.changes), *(o.reason for o in question.options)):
        yield "", Role.MENTIONED, passage.text


def _links_of(
    question: Question, resolve: Callable[[str, str], str]
) -> Iterator[tuple[str, Backlink]]:
    """Yield each other question that this one links to, with the sentence that does."""
    passages = [
        question.stem,
        *(c.body for c in question.changes),
        *(o.reason for o in question.options),
    ]
    for passage in passages:
        for address, sentence in linking_sentences(passage.html):
            target = resolve(question.service, address)
            if target and target != question.id:
                yield target, Backlink(question.id, sentence)
