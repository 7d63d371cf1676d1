"""What may lie in docs/ beside pages, and what a picture may hold."""

from __future__ import annotations

import pytest
from exam_notes.lint.docs_files import DocsFile, file_findings, is_allowed, shown
from exam_notes.lint.svg import LARGEST, MOST, svg_finding

from tests.support.notes import DOCS

PNG = b"\x89PNG\r\n\x1a\n"
NEITHER = "is neither a page (.md) nor on the list of what else may be there"
SIGNS = "has a name with other signs than a-z, 0-9, dot and hyphen"
PART = "has an 'href' that is not of a part of itself"
AT = "has a style with a rule that begins with @"
DTD = "has a document type, which can name other files"
PICTURE = "is no picture of a kind that pages may show: .svg or .png"


def test_what_lies_there_today_is_allowed() -> None:
    files = [file for file in sorted(DOCS.rglob("*")) if file.is_file()]
    found = file_findings(
        DocsFile(file.relative_to(DOCS).as_posix(), file.is_symlink(), file.read_bytes())
        for file in files
    )
    assert len(files) > 20
    assert [*found] == []


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("evil.html", NEITHER),
        ("evil.htm", NEITHER),
        ("evil.js", NEITHER),
        ("assets/evil.js", NEITHER),
        ("assets/vendor/evil.js", NEITHER),
        ("assets/evil.css", NEITHER),
        ("assets/notes.js.map", NEITHER),
        ("evil.svg", NEITHER),
        ("services/evil.svg", NEITHER),
        ("robots.txt", NEITHER),
        ("evil.md.html", NEITHER),
        ("a.b.md", NEITHER),
        (".nojekyll", NEITHER),
        (".well-known/security.txt", NEITHER),
        ("../evil.md", NEITHER),
        ("-evil.md", NEITHER),
        ("sw.js", NEITHER),
        ("assets/images/evil.html", PICTURE),
        ("assets/images/evil.svgz", PICTURE),
        ("assets/images/evil.gif", PICTURE),
        ("CNAME", SIGNS),
        ("About.md", SIGNS),
        ("a b.md", SIGNS),
        ('a"b.md', SIGNS),
        ("a<b>.md", SIGNS),
        ("a\nb.md", SIGNS),
        ("a\u202egnp.md", SIGNS),
        ("\u0430bout.md", SIGNS),
        ("a_b.md", SIGNS),
        ("a%2e.md", SIGNS),
    ],
)
def test_what_is_not_on_the_list_is_named(path: str, why: str) -> None:
    assert not is_allowed(path)
    assert [*file_findings([DocsFile(path, False, b"")])] == [(path, why)]


def test_a_link_is_named_whatever_its_name() -> None:
    found = [*file_findings([DocsFile("about.md", True, b""), DocsFile("index.md", False, b"")])]
    assert found == [("about.md", "is a link: what it leads to would be published")]


def test_findings_come_by_path() -> None:
    files = [DocsFile(path, False, b"") for path in ("c.js", "a.js", "b.md")]
    assert [path for path, _ in file_findings(files)] == ["a.js", "c.js"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"<!doctype html><script>harm()</script>", "is no picture of the kind PNG"),
        (PNG + b"0" * 1_000_000, "is larger than 1,000,000 bytes"),
    ],
)
def test_what_pretends_to_be_a_picture_is_named(content: bytes, why: str) -> None:
    file = DocsFile("assets/images/a.png", False, content)
    assert [*file_findings([file])] == [(file.path, why)]


def test_a_name_is_shown_in_plain_signs() -> None:
    assert shown("a\n\u202e\u0430.md") == "a\\n\\u202e\\u0430.md"


def svg(inside: str, more: str = "") -> bytes:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"{more}>{inside}</svg>'.encode()
    )


@pytest.mark.parametrize(
    "content",
    [
        svg(""),
        b'<?xml version="1.0" encoding="UTF-8"?>\n' + svg("<title>A</title><!-- B -->"),
        svg('<g fill="rgb(0, 0, 0)"><path d="M0 0" marker-end="url(#tip)"/></g>'),
        svg('<defs><g id="a"><rect width="1"/></g></defs><use href="#a"/>'),
        svg("<style>.a { fill: url(#b); } @media (width > 1px) { g { top: 0 } }</style>"),
        svg('<text aria-label="https://b.invalid/ (a)">javascript:a &lt;script&gt;</text>'),
        svg("<desc><![CDATA[<script>]]></desc>"),
    ],
)
def test_a_picture_is_allowed(content: bytes) -> None:
    assert svg_finding(content) == ""


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (svg("<script>harm()</script>"), "has <script>"),
        (svg("<script href='https://b.invalid/'/>"), "has <script>"),
        (svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml">harm()</h:script>'), "has <script>"),
        (svg('<h:g xmlns:h="http://www.w3.org/1999/xhtml"/>'), "has <g>"),
        (svg("<foreignObject/>"), "has <foreignObject>"),
        (svg("<image href='https://b.invalid/a.png'/>"), "has <image>"),
        (svg("<a href='javascript:harm()'/>"), "has <a>"),
        (svg("<set attributeName='href'/>"), "has <set>"),
        (svg("<animate attributeName='href'/>"), "has <animate>"),
        (svg("<feImage href='https://b.invalid/'/>"), "has <feImage>"),
        (svg("<iframe/>"), "has <iframe>"),
        (svg("<SCRIPT/>"), "has <SCRIPT>"),
        (svg("", ' onload="harm()"'), "has the attribute 'onload'"),
        (svg('<g onclick="harm()"/>'), "has the attribute 'onclick'"),
        (svg('<g style="fill: url(https://b.invalid/)"/>'), "has the attribute 'style'"),
        (svg('<g xml:base="https://b.invalid/"/>'), "has the attribute 'base'"),
        (
            svg('<use xmlns:x="http://www.w3.org/1999/xlink" x:href="https://b.invalid/#a"/>'),
            "has the attribute 'href'",
        ),
        (svg("<use href='https://b.invalid/#a'/>"), PART),
        (svg("<use href='data:a#a'/>"), PART),
        (svg("<g href='#a'/>"), PART),
        (svg("<g fill='url(https://b.invalid/#a)'/>"), "has 'fill' with url()"),
        (svg("<g fill='URL (//b.invalid/#a)'/>"), "has 'fill' with url()"),
        (
            svg("<g fill='\\75rl(https://b.invalid/)'/>"),
            "has 'fill' with a backslash, which can hide a word",
        ),
        (svg("<style>@import 'https://b.invalid/';</style>"), AT),
        (svg("<style>@font-face { }</style>"), AT),
        (svg("<style>g { fill: u<!-- -->rl(//b.invalid/) }</style>"), "has a style with url()"),
        (svg("<style>g { fill: image-set('//b') }</style>"), "has a style with image-set()"),
        (svg("<style>g { fill: &#117;rl(//b.invalid/) }</style>"), "has a style with url()"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"), DTD),
        (b'<!DOCTYPE svg SYSTEM "file:///etc/passwd">' + svg(""), DTD),
        (b'<?xml-stylesheet href="//b"?>' + svg(""), "has an instruction for other programs"),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?>' + svg(""), "is not in UTF-8"),
        (svg("").decode().encode("utf-16"), "is no text in UTF-8"),
        (b"<html/>", "has <html>"),
        (b'<g xmlns="http://www.w3.org/2000/svg"/>', "does not begin with <svg>"),
        (b"<svg/>", "has <svg>"),
        (svg("<g/>" * MOST), f"has more than {MOST:,} elements"),
        (svg(" " * LARGEST), f"is larger than {LARGEST:,} bytes"),
        (svg("<g>"), "is no XML: mismatched tag: line 1, column 63"),
        (b"", "is no XML: no element found: line 1, column 0"),
    ],
)  # fmt: skip
def test_what_is_no_picture_is_named(content: bytes, why: str) -> None:
    assert svg_finding(content) == why


@pytest.mark.parametrize(
    "around", ["<defs>{}</defs>", '<g id="b">{}</g>', '<g id="b"><g>{}</g></g>']
)
def test_what_is_used_uses_nothing(around: str) -> None:
    """Thirty parts that each use the one before twice are a billion."""
    why = "has <use> in what can be used, so that it could grow without end"
    assert svg_finding(svg(around.format('<use href="#a"/>'))) == why
