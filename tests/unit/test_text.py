"""From rendered HTML to what a reader sees."""

from __future__ import annotations

import pytest
from exam_notes.visible import linking_sentences, links, plain, rebased, site_relative


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("<p>One <em>two</em>.</p>", "One two."),
        ("<p>One\n   two</p>\n<p>three</p>", "One two\nthree"),
        ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "a\nb\nc"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\nb"),
        ("<p>a<br>b<br />c</p>", "a\nb\nc"),
        ("<details><summary>t</summary><p>r</p></details>", "t\nr"),
        ("<p><code>a &lt; b &amp;&amp; c</code></p>", "a < b && c"),
        ("<p>a&nbsp;b &quot;c&quot;</p>", 'a b "c"'),
        ("<p>before</p><pre><code>KMS\nkey</code></pre><p>after</p>", "before\nafter"),
        ("<p>KMS<pre>x</pre>key</p>", "KMS\nkey"),
        ("<p>a <!-- <b>not</b> seen --> b</p>", "a b"),
        ('<p>a <a href="https://h/?a=1&amp;b=2">b</a></p>', "a b"),
        ('<p>a <img alt="not text" src="x.svg"> b</p>', "a b"),
        ("<p>pre<strong>fix</strong></p>", "prefix"),
        ("<preface>kept</preface>", "kept"),
    ],
)
def test_plain(html: str, text: str) -> None:
    """One line for each block, without markup, comments and fenced code."""
    assert plain(html) == text


def test_links_have_address_and_text_in_page_order() -> None:
    html = (
        '<p><a class="x" href="ebs.md#ebs-a">The <em>one</em></a> and <a id="no">none</a></p>'
        '<ul><li><a href="https://h/?a=1&amp;b=2">R&amp;D</a></li></ul>'
    )
    assert links(html) == (("ebs.md#ebs-a", "The one"), ("https://h/?a=1&b=2", "R&D"))


LINK = '<a href="x#y">this</a>'


@pytest.mark.parametrize(
    ("html", "sentences"),
    [
        ("<p>No link.</p>", []),
        (f"<p>See {LINK}.</p>", ["See this."]),
        (f"<p>One. See {LINK}, too. Three.</p>", ["See this, too."]),
        (f"<p>One! {LINK} is two? Three.</p>", ["this is two?"]),
        (f"<p>One. (See {LINK})</p>", ["(See this)"]),
        (f'<p>One. "See {LINK}."</p>', ['"See this."']),
        (f"<p>Use e.g. the one in {LINK}. Two.</p>", ["Use e.g. the one in this."]),
        (f"<p>It takes 1.5 s, see {LINK}.</p>", ["It takes 1.5 s, see this."]),
        (f"<p>One.</p><ul><li>Two</li><li>See {LINK}</li></ul>", ["See this"]),
        (f"<p>One\nline of\n{LINK}</p><pre>Code.</pre><p>Two</p>", ["One line of this"]),
        (f"<p>See {LINK}. And {LINK} again.</p>", ["See this.", "And this again."]),
        (f"<p>Use <code>a &lt; b</code> of {LINK}.</p>", ["Use a < b of this."]),
    ],
)
def test_linking_sentences(html: str, sentences: list[str]) -> None:
    """The sentence that holds the link, and no other block."""
    assert list(linking_sentences(html)) == [("x#y", sentence) for sentence in sentences]


def test_the_address_of_a_linking_sentence_is_as_authored() -> None:
    assert list(linking_sentences('<p><a href="a&amp;b#c">d</a></p>')) == [("a&b#c", "d")]


@pytest.mark.parametrize(
    ("address", "rooted"),
    [
        ("#s3-keys", "services/s3/#s3-keys"),
        ("../ebs/#ebs-a", "services/ebs/#ebs-a"),
        ("../../terms/#kms-key", "terms/#kms-key"),
        ("../../assets/images/a.svg", "assets/images/a.svg"),
        (
            "https://docs.aws.amazon.com/?a=1&amp;b=2#c",
            "https://docs.aws.amazon.com/?a=1&amp;b=2#c",
        ),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
@pytest.mark.parametrize("tag", ['<a class="b" href="{}">c</a>', '<img alt="c" src="{}">'])
def test_addresses_of_links_and_pictures_become_relative_to_the_root(
    tag: str, address: str, rooted: str
) -> None:
    html = "<p>" + tag.format(address) + "</p>"
    assert site_relative(html, "services/s3/") == "<p>" + tag.format(rooted) + "</p>"


def test_text_that_looks_like_an_address_stays() -> None:
    html = '<p data-href="#a"><code>href="#b"</code> <a id="c">src="#d"</a></p>'
    assert site_relative(html, "services/s3/") == html


def test_rebased_asks_for_own_addresses_only() -> None:
    html = '<a href="../ebs/#e">a</a> <a href="https://h/">b</a> <img src="p.svg">'
    asked = []

    def address_of(url: str) -> str:
        asked.append(url)
        return f"../../{url}"

    assert rebased(html, "services/s3/", address_of) == (
        '<a href="../../services/ebs/#e">a</a> <a href="https://h/">b</a> '
        '<img src="../../services/s3/p.svg">'
    )
    assert asked == ["services/ebs/#e", "services/s3/p.svg"]
