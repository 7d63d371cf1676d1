"""Weighs the entries of the search: a term before a question, and a question before its page.

Material weighs whole pages only, and by itself counts the entry of a page more than twice as much
as that of a section: https://squidfunk.github.io/mkdocs-material/plugins/search/
"""

from __future__ import annotations

import json

from exam_notes.model import Term
from exam_notes.order import term_key
from exam_notes.site import Site

INDEX = "search/search_index.json"

_TERM, _QUESTION, _SERVICE, _OTHER = 1.5, 1, 0.25, 0.2


def weighted(index: str, site: Site) -> str:
    """Return Material's search index (JSON) with a weight for each entry, and old names as tags."""
    content = json.loads(index)
    weights = {service.url: _SERVICE for service in site.services}
    weights |= {site.url_of(id): _QUESTION for id in site.questions}
    terms = {site.term_url(term.id): term for term in site.terms}
    for entry in content["docs"]:
        term = terms.get(entry["location"])
        entry.setdefault("boost", _TERM if term else weights.get(entry["location"], _OTHER))
        if term and (names := _other_names(term)):
            entry["tags"] = names
    return json.dumps(content, separators=(",", ":"))


def _other_names(term: Term) -> list[str]:
    """Return the aliases of a term that are more than its name with or without the vendor."""
    names = {term_key(alias): alias for alias in reversed(term.aliases)}
    names.pop(term_key(term.name), None)
    return list(reversed(names.values()))
