"""What is wrong with an address that a page links to; of several faults, the first."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterator
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.near import nearest
from exam_notes.lint.page import Located
from exam_notes.reading.outline import Reference
from exam_notes.views.view import woven_anchors

RUNNING = ("javascript", "data", "vbscript")
MAIL = "mailto"

# Browsers drop these wherever they stand in an address.
_DROPPED = re.compile(r"[\t\r\n]")
_MOST_PROPOSALS = 20


class Address(NamedTuple):
    """An address that a page links to, or shows a picture from."""

    located: Located
    reference: Reference

    @property
    def path(self) -> str:
        return self.located.path

    @property
    def authored(self) -> str:
        return self.reference.address

    @property
    def url(self) -> str:
        """The address as a browser takes it: entities decoded, blanks at its ends dropped."""
        return _DROPPED.sub("", unescape(self.authored)).strip()

    @property
    def line(self) -> int:
        """The line of the address: in a link, or in what a link refers to."""
        return self.located.line_of_address(self.authored)


class Fault(NamedTuple):
    """The code of the rule that an address breaks, where it stands, what fills the message."""

    code: str
    path: str
    line: int
    found: dict[str, str]


def addresses(inspection: Inspection) -> Iterator[Address]:
    """Yield every address of every page, once a page."""
    for located in inspection.pages:
        for reference in dict.fromkeys(located.page.outline.references):
            yield Address(located, reference)


def faults_of(inspection: Inspection, code: str) -> Iterator[Fault]:
    """Yield the faults of all addresses that are told under `code`."""
    return (fault for fault in inspection.once(_faults) if fault.code == code)


def _faults(inspection: Inspection) -> tuple[Fault, ...]:
    """Return the faults of all addresses.

    Of a page with very many, the first are told with a proposal: to look for one takes its time.
    """
    proposals: Counter[str] = Counter()
    found = (
        (address, *_fault(address, inspection, proposals)) for address in addresses(inspection)
    )
    return tuple(
        Fault(code, address.path, address.line, {"address": address.authored, **values})
        for address, code, values in found
        if code
    )


def _fault(
    address: Address, inspection: Inspection, proposals: Counter[str]
) -> tuple[str, dict[str, str]]:
    """Return the code of the rule that a link or picture breaks, and what fills its message."""
    try:
        parts = urlsplit(address.url)
    except ValueError as error:
        return "N030", {"fault": str(error), "write": _ask("")}
    scheme = parts.scheme.lower()
    if scheme in RUNNING:
        return "N027", {}
    if address.reference.tag == "img" and (scheme or parts.netloc):
        return "N028", {}
    if scheme not in ("", "https", MAIL) or (scheme != MAIL and bool(scheme) != bool(parts.netloc)):
        return "N029", {}
    if scheme:
        return "", {}
    lost = _lost(address, unquote(parts.path), unquote(parts.fragment), inspection)
    if not lost:
        return "", {}
    proposals[address.path] += 1
    near = lost.near() if proposals[address.path] <= _MOST_PROPOSALS else ""
    return "N030", {"fault": lost.fault, "write": _ask(near)}


class _Lost(NamedTuple):
    """Why a link leads nowhere, and what looks for the address that was meant."""

    fault: str
    near: Callable[[], str]


def _lost(address: Address, to: str, anchor: str, inspection: Inspection) -> _Lost | None:
    """Tell whether this site lacks the page, the file or the anchor that an address names."""
    path = address.located.page.path
    if to.startswith("/"):
        return _Lost("it begins at the root of a server", lambda: "")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), to)) if to else path
    notes = inspection.notes
    page = notes.by_path.get(target)
    if page is None:
        files, known = inspection.circumstances.files, inspection.once(_known)
        if target in known or (files is None and not target.endswith(".md")):
            return None
        return _Lost(f"there is no docs/{target}", lambda: _relative(nearest(target, known), path))
    anchors = inspection.once(_anchors)[target]
    if address.reference.tag == "a" and anchor and anchor not in anchors:
        fault = f"docs/{target} has no #{anchor}"
        before = urlsplit(address.url).path
        return _Lost(fault, lambda: _hash(before, nearest(anchor, anchors)))
    return None


def _known(inspection: Inspection) -> frozenset[str]:
    """Return the paths below docs/ of all that a link may lead to, as far as it is known."""
    return frozenset([*inspection.notes.by_path, *(inspection.circumstances.files or ())])


def _anchors(inspection: Inspection) -> dict[str, frozenset[str]]:
    """Return the anchors of every page: its own, and those that weaving adds."""
    views, notes = inspection.circumstances.views, inspection.notes
    return {
        page.path: page.outline.anchors | woven_anchors(page, views, notes) for page in notes.pages
    }


def _relative(near: str, path: str) -> str:
    return posixpath.relpath(near, posixpath.dirname(path) or ".") if near else ""


def _hash(before: str, near: str) -> str:
    """Return the whole address, which stays as it is but for its anchor."""
    return near and f"{before}#{near}"


def _ask(near: str) -> str:
    return f"did you mean '{near}'?" if near else "write the address of a page that exists"
