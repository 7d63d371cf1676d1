"""N048: A link leads where it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from exam_notes.lint.addresses import Address, addresses
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem

_HOST = re.compile(r"(?:https?://)?((?:[\w-]+\.)+[a-z]{2,})(?=[/:?#\s]|$)", re.IGNORECASE)
_AWS = re.compile(r"(?:^|\.)(?:amazonaws|awsstatic|aws|amazon)\.(?:com|dev)$")
_LIKE_AWS = re.compile(r"am[a@]z[o0]n|arnazon|aws\.", re.IGNORECASE)


def check(inspection: Inspection) -> Iterator[Problem]:
    for address in addresses(inspection):
        if fault := _fault(address):
            found = {"address": address.authored, "fault": fault}
            yield RULE.at(address.path, address.line, **found)


def _fault(address: Address) -> str:
    """Return what is deceptive about a link to another host, "" where nothing is."""
    try:
        parts = urlsplit(address.url)
        host = parts.hostname or ""
    except ValueError:
        return ""  # N030 tells it
    shown = _HOST.match(address.reference.text.strip())
    if not host:
        return "says more than whom to write to" if parts.scheme == "mailto" and parts.query else ""
    if "@" in parts.netloc or ":" in parts.netloc:
        return "has a user or a port before its path"
    if not host.isascii() or "xn--" in host:
        return "has letters of another alphabet in its host"
    if shown and shown[1].lower() != host.lower():
        return f"shows {shown[1]} and leads to {host}"
    return "looks like AWS and is not" if _LIKE_AWS.search(host) and not _AWS.search(host) else ""


RULE = Rule(
    code="N048",
    sentence="A link leads where it says.",
    why="A text that is an address is that of the link. Hosts that look like AWS's are none.",
    place=Place.REASON,
    bad="See [docs.aws.amazon.com](https://docs.example.org/).",
    good="See [docs.aws.amazon.com](https://docs.aws.amazon.com/).",
    message="link '{address}' {fault}; write the address itself, or a text that is no address",
    check=check,
)
