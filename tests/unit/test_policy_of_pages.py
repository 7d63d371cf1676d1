"""The content security policy of a set of pages: what it lists, and where it is written."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

import pytest
from exam_notes.publishing.policy import policy, with_policy


def hash_of(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def directive(name: str, *pages: str) -> list[str]:
    """Return the sources of one directive of the policy of some pages."""
    parts = [part.split() for part in policy(pages).split("; ")]
    return next(sources for directive, *sources in parts if directive == name)


@pytest.mark.parametrize(
    ("html", "hashed"),
    [
        ("<script>f()</script>", ["f()"]),
        ("<script>\n f('<b>')\n</script>", ["\n f('<b>')\n"]),
        ('<script type="module">f()</script>', ["f()"]),
        ('<script async id="a">f()</script><p><script>g()</script>', ["f()", "g()"]),
        ("<script>f()</script><script>f()</script>", ["f()"]),
        ("<script></script>", [""]),
        ('<script src="a.js"></script>', []),
        ('<script defer src="a.js"></script>', []),
        ('<script type="application/json">{}</script>', []),
        ('<script id="__config" type="application/json">{}</script>', []),
        ('<script type="application/ld+json">{}</script>', []),
        ("<p>No script</p>", []),
    ],
)
def test_scripts_are_allowed_by_their_hash(html: str, hashed: list[str]) -> None:
    """Data needs none: it is not run."""
    assert directive("script-src", html) == ["'self'", *sorted(map(hash_of, hashed))]


@pytest.mark.parametrize(
    ("html", "hashed"),
    [
        ("<style>a { top: 0 }</style>", ["a { top: 0 }"]),
        ('<style media="print">a {}</style>', ["a {}"]),
        ('<td style="text-align: right">', ["text-align: right"]),
        ('<td class="a" style="a: &quot;b&quot;">', ['a: "b"']),
        ('<td style="a: b"><td style="c: d"><td style="a: b">', ["a: b", "c: d"]),
    ],
)
def test_styles_are_allowed_by_their_hash(html: str, hashed: list[str]) -> None:
    """For the sake of attributes, whose hashes count with this word only."""
    allowed = sorted(map(hash_of, hashed))
    assert directive("style-src", html) == ["'self'", "'unsafe-hashes'", *allowed]


@pytest.mark.parametrize("html", ["<p>", '<p data-style="a: b">', "<p>style=&quot;a&quot;"])
def test_pages_without_styles_allow_none(html: str) -> None:
    assert directive("style-src", html) == ["'self'"]


def test_one_policy_fits_all_pages() -> None:
    first, second = "<script>f()</script>", '<script>g()</script><p style="a: b">'
    assert policy([first, second]) == policy([second, first, first])
    assert directive("script-src", first, second) == [
        "'self'",
        *sorted([hash_of("f()"), hash_of("g()")]),
    ]


@pytest.mark.parametrize(
    ("name", "sources"),
    [
        ("default-src", "'none'"),
        ("img-src", "'self' data:"),
        ("connect-src", "'self'"),
        ("manifest-src", "'self'"),
        ("worker-src", "'self'"),
        ("object-src", "'none'"),
        ("base-uri", "'self'"),
        ("form-action", "'self'"),
    ],
)
def test_everything_else_is_the_site_itself_or_nothing(name: str, sources: str) -> None:
    assert directive(name, "<script>f()</script>") == sources.split()


def test_the_policy_stands_before_everything_it_is_for() -> None:
    html = '<head>\n<meta charset="utf-8">\n<script>f()</script></head>'
    head, _, rest = with_policy(html, "default-src 'none'").partition("<script>")
    assert head.split("\n")[2].strip() == (
        """<meta http-equiv="Content-Security-Policy" content="default-src 'none'">"""
    )
    assert rest == "f()</script></head>"
