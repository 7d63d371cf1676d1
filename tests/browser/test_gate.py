"""The gate for finished pages: what the theme makes passes, and nothing that could do harm."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from exam_notes.publishing.gate import Gate
from exam_notes.publishing.theme_scripts import MATERIAL, is_of_the_theme
from playwright.sync_api import Browser

from tests.support.notes import ROOT

INLINE = "an inline script that is not one of the theme's (theme_scripts.py)"
UNCLEAR = "what browsers may read in several ways"
SCRIPT = "<script>window.harm=1</script>"
KIND = "a link element of another kind than those of the theme"
ELSEWHERE = "something from elsewhere"


def refused(html: str) -> list[str]:
    return [*Gate().refused(html)]


def reasons(html: str) -> set[str]:
    return {one.rpartition(": <")[0] or one for one in refused(html)}


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        (SCRIPT, INLINE),
        ("<SCRIPT>window.harm=1</SCRIPT >", INLINE),
        ("<script type='module'>window.harm=1</script>", INLINE),
        ("<script type='text/javascript; application/json'>harm=1</script>", INLINE),
        ("<script id='a'>document.getElementById</script>", INLINE),
        (f"<svg><g>{SCRIPT}</g></svg>", INLINE),
        (f"<p title='<!--'>{SCRIPT}<p title='-->'>", INLINE),
        (f"<!-->{SCRIPT} -->", UNCLEAR),
        (f"<!--->{SCRIPT} -->", UNCLEAR),
        (f"<!-- --!>{SCRIPT} -->", UNCLEAR),
        (f"<!-- a -->{SCRIPT}", INLINE),
        ("<!-- a", UNCLEAR),
        ("<script>/*<!--<script>*/</script>--></script>", UNCLEAR),
        ("<script>window.harm=1", UNCLEAR),
        (f"<![CDATA[{SCRIPT}]]>", UNCLEAR),
        (f"<?a {SCRIPT}?>", UNCLEAR),
        (f"<title><!-- </title>{SCRIPT}<p title='-->'>", UNCLEAR),
        (f"<svg><title>{SCRIPT}</title></svg>", UNCLEAR),
        (f"<textarea><!-- </textarea>{SCRIPT} -->", UNCLEAR),
        (f"<noscript><p title='</noscript>{SCRIPT}'>", UNCLEAR),
        (f"<style><!-- </style>{SCRIPT} -->", UNCLEAR),
        (f"<plaintext>{SCRIPT}", UNCLEAR),
        ("<iframe srcdoc='&lt;script>harm=1&lt;/script>'></iframe>", UNCLEAR),
        ("<img/onerror=harm=1>", UNCLEAR),
        ("<img src=x onerror=harm=1>", UNCLEAR),
        ("<p title='a'onclick='harm=1'>", UNCLEAR),
        ('<p title="a>', UNCLEAR),
        ("<p\x0bonclick='harm=1'>", UNCLEAR),
        ("<p onclick='harm=1'>", "a handler 'onclick'"),
        ("<svg OnLoad='harm=1'></svg>", "a handler 'onload'"),
        ("<p style='position:fixed'>", "a style attribute"),
        ("<td style='position:fixed'>", "a style attribute"),
        ("<p style='text-align: left;'>", "a style attribute"),
        ("<td STYLE='text-align: left;;'>", "a style attribute"),
        ("<style>p{}</style>", UNCLEAR),
        ("<object data='a.svg'></object>", "an element 'object'"),
        ("<embed src='a.svg'>", "an element 'embed'"),
        ("<base href='/'>", "an element 'base'"),
        ("<math><mi>a</mi></math>", "an element 'math'"),
        ("<template><p></template>", "an element 'template'"),
        ("<svg><animate></animate></svg>", "an element 'animate'"),
        ("<svg><use href='#a'></use></svg>", "an element 'use'"),
        ("<meta http-equiv='refresh' content='0;url=//b.invalid/'>", "an attribute 'http-equiv'"),
        ("<meta name='referrer' content='unsafe-url'>", "a referrer policy that is not ours"),
        ("<form action='https://b.invalid/'>", "an attribute 'action'"),
        ("<button formaction='https://b.invalid/'>", "an attribute 'formaction'"),
        ("<a href='exam.md' ping='https://b.invalid/p'>", "an attribute 'ping'"),
        ("<img src='a.png' srcset='https://b.invalid/a.png 2x'>", "an attribute 'srcset'"),
        ("<a href='javascript:harm=1'>", "an address of the kind 'javascript:'"),
        ("<a href='JavaScript&colon;harm=1'>", "an address of the kind 'javascript:'"),
        ("<a href=' java\n\tscript&#58;harm=1'>", "an address of the kind 'javascript:'"),
        ("<a href='&#1;javascript:harm=1'>", "an address of the kind 'javascript:'"),
        ("<a href='vbscript:a'>", "an address of the kind 'vbscript:'"),
        ("<a href='data:text/html,a'>", "an address of the kind 'data:'"),
        ("<a href='blob:a'>", "an address of the kind 'blob:'"),
        ("<a href='file:///etc/passwd'>", "an address of the kind 'file:'"),
        ("<img src='https://b.invalid/a.png'>", ELSEWHERE),
        ("<img src='//b.invalid/a.png'>", ELSEWHERE),
        ("<img src='/\\b.invalid/a.png'>", ELSEWHERE),
        ("<img src='/\t/b.invalid/a.png'>", ELSEWHERE),
        ("<input type='image' src='https://b.invalid/a.png'>", ELSEWHERE),
        ("<link rel='stylesheet' href='https://b.invalid/a.css'>", ELSEWHERE),
        ("<link rel='canonical icon' href='https://b.invalid/a.png'>", ELSEWHERE),
        ("<link rel='dns-prefetch' href='//b.invalid'>", KIND),
        ("<link href='a.css'>", KIND),
        ("<script src='https://b.invalid/a.js'></script>", "a script that is not the site's own"),
        ("<script src='//b.invalid/assets/a.js'></script>", "a script that is not the site's own"),
        ("<script src='../assets/../b/a.js'></script>", "a script that is not the site's own"),
        ("<script src='assets/a.js'>harm=1</script>", "a script that is not the site's own"),
        ("<code id='__config'>{}</code>", "a second configuration of the theme"),
        ("<a data-md-component='source'>", "a part of the theme that asks another host"),
    ],
)  # fmt: skip
def test_what_could_do_harm_is_refused(html: str, reason: str) -> None:
    assert reason in reasons(f"<!doctype html><p>A</p>{html}<p>B</p>")


@pytest.mark.parametrize(
    "html",
    [
        "<!doctype html>\n<html lang='en'>",
        "a < b, 1<2, <-, <3",
        "<!-- a -- b --- c --->",
        f"<!-- {SCRIPT} -->",
        f'<p title="{SCRIPT}">',
        "&lt;script>window.harm=1&lt;/script>",
        '<th style="text-align: right;"><td style="text-align: center;">',
        "<title>1 < 2</title><textarea></textarea>",
        "<a href='https://docs.aws.amazon.com/'><a href='mailto:a@b.invalid'><a href='../a/#b:c'>",
        "<link rel='canonical' href='https://example.org/'><link rel='icon' href='a.svg'>",
        "<img src='a.png' alt='' width='1'><br/><input disabled>",
        '<script id="__config" type="application/json">{"a": "<b>"}</script>',
        '<script src="../../assets/notes.js" defer></script>',
        '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>',
        "<p data-onclick='a' aria-label='on'>",
    ],
)
def test_what_pages_are_made_of_passes(html: str) -> None:
    assert refused(html) == []


def test_the_text_is_shown_and_cut() -> None:
    [said] = refused(f"<p>A\n<p onclick='{'a' * 500}'>")
    assert said.startswith("a handler 'onclick': <p onclick='aaa")
    assert len(said) < 250


def test_the_same_thing_on_the_next_page_is_refused_again() -> None:
    gate = Gate()
    first, second = [*gate.refused(SCRIPT)], [*gate.refused(SCRIPT)]
    assert first == second != []


def test_the_pinned_scripts_are_those_of_the_version_in_use() -> None:
    assert f"\nmkdocs-material=={MATERIAL} " in (ROOT / "requirements.txt").read_text("utf-8")


@pytest.mark.parametrize("base", ["https://b.invalid/", "//b.invalid/", '.")//', "../x", ""])
def test_the_script_that_varies_varies_by_depth_alone(site: Path, base: str) -> None:
    html = (site / "index.html").read_text("utf-8")
    script = html.partition("<script>")[2].partition("</script>")[0]
    assert is_of_the_theme(script)
    assert is_of_the_theme(script.replace('URL(".",', 'URL("../..",'))
    assert not is_of_the_theme(script.replace('URL(".",', f'URL("{base}",'))
    assert not is_of_the_theme(f"{script};harm=1")


@pytest.mark.parametrize("text", ["<!--", "<a x='", "<script>", "<title>", "<p", '<p a="b"', "<"])
def test_reading_takes_no_longer_than_the_page_is_long(text: str) -> None:
    """Counted in what the gate is given to judge: one token, however often it begins."""
    assert len(refused(text * 5_000)) <= 1


PIECES = (
    *("<!--", "-->", "<!-->", "--!>", "<!", "<?", "<![CDATA[", "]]>", "-", "</", "<", ">", "/>"),
    *("<title>", "</title>", "<textarea>", "</textarea>", "<svg>", "</svg>", "<p>", "</p>"),
    *("<noscript>", "</noscript>", "<style>", "</style>", "<script>", "</script>", "<table>"),
    *("<p title='", '<p title="', "'", '"', "'>", '">', " ", "\n", "\x0b", "=", "&lt;", "&quot;"),
    *("<script>harm()</script>", "<img src='x:' onerror='harm()'>", "<svg onload=harm()>"),
    *("<a href='javascript:harm()'>", "harm()", " onfocus='harm()' autofocus tabindex='1' "),
)
# Opens each text as a page of its own, and returns those that did harm.
OPEN_ALL = """async (texts) => {
    const harmful = [];
    for (const text of texts) {
        const frame = document.createElement("iframe");
        const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
        window.harm = () => harmful.push(text);
        frame.srcdoc = `<!doctype html><script>harm = () => parent.harm()</script>${text}`;
        document.body.append(frame);
        await loaded;
        frame.remove();
    }
    return harmful;
}"""


def documents(count: int) -> list[str]:
    """Return made-up pages that pass the gate and hold the word that does harm."""
    random, found = Random(9), set[str]()
    while len(found) < count:
        html = "".join(random.choices(PIECES, k=random.randint(2, 9)))
        if "harm" in html and not refused(html):
            found.add(html)
    return sorted(found)


def test_in_a_real_browser_nothing_that_passed_runs(browser: Browser) -> None:
    """The grammar is held against a parser that is not ours, which would run what it found."""
    known = ["<!--><script>harm()</script> -->", "<p title='a'><img src='x:' onerror='harm()'>"]
    page = browser.new_page()
    page.goto("about:blank")
    assert page.evaluate(OPEN_ALL, [*documents(120), *known]) == known
    page.close()
