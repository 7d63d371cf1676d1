"""Dates and flags stay in one piece, and headings are heard without the sign of their link."""

from __future__ import annotations

import re

import pytest
from exam_notes.publishing.scripts import bare
from exam_notes.unbroken import LONGEST
from exam_notes.views.finish import finished

LONG = "x-" * LONGEST


@pytest.mark.parametrize(
    ("html", "result"),
    [
        ("<p>Since 2023-01-05, and 2026-04.</p>", "Since [2023-01-05], and [2026-04]."),
        ("<p>2012-10-17-x, 12023-01-05, 2023-1-5, a-2023-01</p>", None),
        ("<p><code>--monitoring</code></p>", "[--monitoring]"),
        (
            "<p><code>aws ec2 run-instances -x --a=b</code></p>",
            "aws ec2 [run-instances] [-x] [--a=b]",
        ),
        ("<p><code>PutItem</code></p>", None),
        (f"<p><code>{LONG}</code></p>", None),
        ("<pre><code>aws --monitoring 2023-01-05</code></pre>", None),
        ('<pre class="x"><span>--monitoring</span>\n2023-01-05</pre>', None),
        ('<p><a href="/a-b/2023-01-05">all-in</a></p>', None),
    ],
)
def test_what_does_not_break(html: str, result: str | None) -> None:
    """In brackets; None for what stays as it is."""
    done = finished(html)
    assert re.sub("</?(?:time|span)>", "", done) == re.sub("</?span>", "", html)
    if result is None:
        assert done == html
    else:
        shown = done.replace("<time>", "[").replace("</time>", "]")
        shown = shown.replace("<span>", "[").replace("</span>", "]")
        assert re.sub("<[^>]*>", "", shown) == result


def test_the_text_that_is_copied_is_the_text_that_was_written() -> None:
    html = "<p><code>--a-b</code> 2023-01-05</p>"
    assert re.sub("<[^>]*>", "", finished(html)) == "--a-b 2023-01-05"


def test_a_heading_is_named_by_its_text() -> None:
    link = '<a class="headerlink" href="#a" title="Link to this heading">&para;</a>'
    html = f'<h2 id="a">The <code>a&amp;"b"</code> key{link}</h2><h3>No link</h3>'
    assert finished(html) == html.replace(
        'id="a"', 'id="a" aria-label="The a&amp;&quot;b&quot; key"'
    )


def test_comments_and_indentation_are_not_published() -> None:
    code = '/* One\n   two. */\nlet a = "http://b"; // why\n  /* three */\n  a += "/* four */";\n'
    assert bare(code) == 'let a = "http://b";\na += "/* four */";\n'
