"""N048: A link leads where it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize
from urllib.parse import SplitResult, urlsplit

from exam_notes.lint.addresses import Address, addresses
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem

_NAME = r"(?:[\w-]++\.)+"
# A text that begins with the name of a host, or holds one that nobody takes for anything else.
_AT_FIRST = re.compile(rf"(?:https?:)?\W*+({_NAME}[^\W\d_]{{2,}}+)(?![\w-])")
_INSIDE = re.compile(
    rf"(?<![\w.-])((?:{_NAME})(?:com|org|net|io|dev|edu|gov|info|cloud|app))(?![\w-])"
)
# What browsers take for a dot in a host, and what looks like one.
_DOTS = re.compile("[\u3002\uff61\u00b7\u2027\u2022\u2219\u22c5\u0387\u30fb\uff65]")
_BEFORE_DOT = re.compile(r"\s++\.\s*+")
_AROUND_DOT = re.compile(r"\s*+\.\s*+")
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
    return _fault_of_host(parts, host) or _fault_of_text(address, _led_to(parts, host))


def _fault_of_host(parts: SplitResult, host: str) -> str:
    if not host:
        return "says more than whom to write to" if parts.scheme == "mailto" and parts.query else ""
    if "@" in parts.netloc or ":" in parts.netloc:
        return "has a user or a port before its path"
    if not host.isascii() or "xn--" in host:
        return "has letters of another alphabet in its host"
    return "looks like AWS and is not" if _LIKE_AWS.search(host) and not _AWS.search(host) else ""


def _led_to(parts: SplitResult, host: str) -> str:
    """Return the host that a link leads to, or that of its mail; "" for a page of our own."""
    return host or (parts.path.rpartition("@")[2] if parts.scheme == "mailto" else "")


def _fault_of_text(address: Address, host: str) -> str:
    """Return which host the text, the title or a picture's text names that is not the link's."""
    texts = (address.reference.text, address.reference.more) if host else ()
    shown = (name for text in texts for name in _hosts_in(_plain(text), host))
    other = next((name for name in shown if _bare(name) != _bare(host)), "")
    return f"shows {other} and leads to {host}" if other else ""


def _plain(text: str) -> str:
    """Return a text as a hurried reader takes it: letters of usual width, dots that are dots."""
    dotted = _DOTS.sub(".", normalize("NFKC", text)).strip()
    return _BEFORE_DOT.sub(".", dotted).lower()


def _hosts_in(text: str, host: str) -> Iterator[str]:
    """Yield the hosts that a text names. Inside a sentence, hosts of AWS may name services."""
    if found := _AT_FIRST.match(text) or _AT_FIRST.fullmatch(_AROUND_DOT.sub(".", text)):
        yield found[1]
    for name in _INSIDE.findall(text):
        if not (_AWS.search(name) and _AWS.search(host)):
            yield name


def _bare(host: str) -> str:
    return host.lower().removeprefix("www.")


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
