"""What is wrong with an address that a page links to; of several faults, the first."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.near import nearest
from exam_notes.lint.page import Located
from exam_notes.reading.outline import Reference
from exam_notes.views.view import woven_anchors

RUNNING = ("javascript", "data", "vbscript")
MAIL = "mailto"


class Fault(NamedTuple):
    """The code of the rule that an address breaks, where it stands, what fills the message."""

    code: str
    path: str
    line: int
    found: dict[str, str]


def faults_of(inspection: Inspection, code: str) -> Iterator[Fault]:
    """Yield the faults of all addresses that are told under `code`."""
    return (fault for fault in _faults(inspection) if fault.code == code)


def _faults(inspection: Inspection) -> Iterator[Fault]:
    for located in inspection.pages:
        for reference in dict.fromkeys(located.page.outline.references):
            code, found = _fault(located.page.path, reference, inspection)
            if code:
                line = _line_of_link(located, reference.address)
                yield Fault(code, located.path, line, {"address": reference.address, **found})


def _line_of_link(located: Located, address: str) -> int:
    """Return the line of an address: in a link, or in what a link refers to."""
    inline = f"]({address}"
    return located.line_of(inline if inline in located.page.source.text else address)


def _fault(path: str, reference: Reference, inspection: Inspection) -> tuple[str, dict[str, str]]:
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
    return _lost(path, unquote(parts.path), unquote(parts.fragment), inspection)


def _lost(path: str, to: str, anchor: str, inspection: Inspection) -> tuple[str, dict[str, str]]:
    """Tell whether a page of this site lacks the page or the anchor that a link on it names."""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), to)) if to else path
    notes = inspection.notes
    page = notes.by_path.get(target)
    if page is None:
        if not target.endswith(".md"):
            return "", {}  # a file beside the pages, which MkDocs looks for
        near = nearest(target, notes.by_path)
        write = posixpath.relpath(near, posixpath.dirname(path) or ".") if near else ""
        return "N030", {"fault": f"there is no docs/{target}", "write": _ask(write)}
    anchors = page.outline.anchors | woven_anchors(page, inspection.circumstances.views, notes)
    if anchor and anchor not in anchors:
        near = nearest(anchor, anchors)
        return "N030", {
            "fault": f"docs/{target} has no #{anchor}",
            "write": _ask(near and f"#{near}"),
        }
    return "", {}


def _ask(near: str) -> str:
    return f"did you mean '{near}'?" if near else "write the address of a page that exists"
