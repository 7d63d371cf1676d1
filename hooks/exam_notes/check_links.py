"""Rules on addresses: nothing runs, nothing comes from another host, nothing leads nowhere."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from urllib.parse import unquote, urlsplit

from exam_notes.change_list import woven_anchors
from exam_notes.located import Located
from exam_notes.model import Problem
from exam_notes.outline import Reference
from exam_notes.site import Site

RUNNING = ("javascript", "data", "vbscript")
MAIL = "mailto"


def link_problems(located: Located, site: Site) -> Iterator[Problem]:
    """N027 to N030. A link with several faults is told the first."""
    for reference in dict.fromkeys(located.page.outline.references):
        code, found = _fault(located.page.path, reference, site)
        if code:
            line = _line_of_link(located, reference.address)
            yield located.problem(code, line, address=reference.address, **found)


def _line_of_link(located: Located, address: str) -> int:
    """Return the line of an address: in a link, or in what a link refers to."""
    inline = f"]({address}"
    return located.line_of(inline if inline in located.page.source else address)


def _fault(path: str, reference: Reference, site: Site) -> tuple[str, dict[str, str]]:
    """Return the code of the rule that a link or picture breaks, and what fills its message."""
    try:
        parts = urlsplit(reference.address)
    except ValueError as error:
        return "N030", {"fault": str(error), "write": _ask("")}
    if parts.scheme.lower() in RUNNING:
        return "N027", {}
    if reference.tag == "img" and (parts.scheme or parts.netloc):
        return "N028", {}
    if parts.scheme not in ("", "https", MAIL) or (parts.netloc and not parts.scheme):
        return "N029", {}
    if reference.tag == "img" or parts.scheme:
        return "", {}
    return _lost(path, unquote(parts.path), unquote(parts.fragment), site)


def _lost(path: str, to: str, anchor: str, site: Site) -> tuple[str, dict[str, str]]:
    """Tell whether a page of this site lacks the page or the anchor that a link on it names."""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), to)) if to else path
    page = site.by_path.get(target)
    if page is None:
        if not target.endswith(".md"):
            return "", {}  # a file beside the pages, which MkDocs looks for
        near = _nearest(target, site.by_path)
        write = posixpath.relpath(near, posixpath.dirname(path) or ".") if near else ""
        return "N030", {"fault": f"there is no docs/{target}", "write": _ask(write)}
    anchors = page.outline.anchors | woven_anchors(site, page)
    if anchor and anchor not in anchors:
        near = _nearest(anchor, anchors)
        return "N030", {
            "fault": f"docs/{target} has no #{anchor}",
            "write": _ask(near and f"#{near}"),
        }
    return "", {}


def _nearest(name: str, known: Iterable[str]) -> str:
    return next(iter(get_close_matches(name, sorted(known), n=1)), "")


def _ask(near: str) -> str:
    return f"did you mean '{near}'?" if near else "write the address of a page that exists"
