"""Completes the entries of the search: what Material does not know of terms and questions.

A term comes before a question, and a question before its page. A term is found by its other names,
and says where it occurs: to let Material parse the places of a large index costs a lot of time. As
what it occurs, answer or distractor, it does not say: hits are read before questions are answered.

Material weighs whole pages only, and by itself counts the entry of a page more than twice as much
as that of a section: https://squidfunk.github.io/mkdocs-material/plugins/search/
"""

from __future__ import annotations

import json
from html import escape

from exam_notes.index.notes import Notes
from exam_notes.model import Term
from exam_notes.order import by_title, term_key

INDEX = "search/search_index.json"

_TERM, _QUESTION, _SERVICE, _OTHER = 1.5, 1, 0.25, 0.2


def completed(index: str, notes: Notes) -> str:
    """Return Material's search index (JSON), each entry with its weight, each term with more.

    A term gets its other names as tags, and its places as text.
    """
    content = json.loads(index)
    terms = {notes.term_url(term.id): term for term in notes.terms}
    weights = {service.url: _SERVICE for service in notes.services}
    weights |= {notes.url_of(id): _QUESTION for id in notes.questions}
    weights |= dict.fromkeys(terms, _TERM)
    for entry in content["docs"]:
        entry.setdefault("boost", weights.get(entry["location"], _OTHER))
        if term := terms.get(entry["location"]):
            entry["text"] += _places(notes, term)
            if names := _other_names(term):
                # Material 9.8.1 adds tags to a hit with innerHTML (cf. mkdocs-material#906).
                entry["tags"] = list(map(escape, names))
    return json.dumps(content, separators=(",", ":"))


def _other_names(term: Term) -> list[str]:
    """Return the aliases of a term that are more than its name with or without the vendor."""
    names = {term_key(alias): alias for alias in reversed(term.aliases)}
    names.pop(term_key(term.name), None)
    return list(reversed(names.values()))


def _places(notes: Notes, term: Term) -> str:
    """Return where a term occurs, in the markup that Material shows below a hit."""
    places = notes.index.places.get(term.id, ())
    questions = by_title(notes.questions[place.question] for place in places)
    names = (f"{q.title.text} {notes.service_of[q.id].name}" for q in questions)
    items = "".join(f"<li>{escape(name)}</li>" for name in names)
    return f" <ul>{items}</ul>" if items else ""
