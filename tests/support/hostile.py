"""What somebody could write who wants to do harm: one construct a string, in hostile form.

`TOLD` has, by the code of the rule, what the check tells at the line that holds it; `INERT` what
it lets pass, because nothing comes of it. Harm sets `window.harm`; another host is `b.invalid`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

HARM = "window.harm=1"
SCRIPT = f"<script>{HARM}</script>"
PICTURE = f"<img src='x' onerror='{HARM}'>"
HOST = "https://b.invalid"
AWS = "https://docs.aws.amazon.com/"
TICKS = "```"

_HTML = (
    SCRIPT,
    PICTURE,
    f"Text {SCRIPT} text",
    f"> {SCRIPT}",
    f"- {SCRIPT}",
    f"| A | B |\n|---|---|\n| {PICTURE} | b |",
    f"### A {PICTURE}",
    f"[A {PICTURE}](exam.md)",
    f"**{SCRIPT}**",
    f"<SCRIPT SRC={HOST}/a.js></SCRIPT>",
    f"<script\nsrc={HOST}/a.js></script>",
    f'<div class="highlight">{SCRIPT}</div>',
    f'<div markdown="1">\n{SCRIPT}\n</div>',
    f"<iframe src='javascript:parent.{HARM}'></iframe>",
    f"<iframe srcdoc='{SCRIPT}'></iframe>",
    f"<svg onload={HARM}></svg>",
    f"<svg><animate onbegin={HARM} attributeName=x></svg>",
    f"<math><a href='javascript:{HARM}'>A</a></math>",
    f"<math><mtext><img src=x onerror={HARM}></mtext></math>",
    f"<object data='{HOST}/a'></object>",
    f"<embed src='{HOST}/a'>",
    f"<video src='{HOST}/a' autoplay onerror={HARM}></video>",
    f"<base href='{HOST}/'>",
    f"<meta http-equiv=refresh content='0;url={HOST}/'>",
    f"<link rel=stylesheet href='{HOST}/a.css'>",
    f"<style>@import '{HOST}/a.css';</style>",
    f"<form action='{HOST}/'><button autofocus onfocus={HARM}>A</button></form>",
    f"<input autofocus onfocus='{HARM}'>",
    f"<details open ontoggle={HARM}></details>",
    f"<marquee onstart={HARM}>A</marquee>",
    f"<template>{SCRIPT}</template>",
    f"<noscript><p title='</noscript>{SCRIPT}'></noscript>",
    f"<textarea></textarea>{SCRIPT}",
    f"<title></title>{SCRIPT}",
    f"<plaintext>{SCRIPT}",
    f"<xmp></xmp>{SCRIPT}",
    f"<exam-notes at='here places {HARM}'></exam-notes>{SCRIPT}",
    f"<!-- a -->{SCRIPT}",
    f"A <!-- a --> {SCRIPT}",
    f"\\<script>{HARM}\\</script>",
    f"<?php {SCRIPT} ?>",
    f"<![CDATA[{SCRIPT}]]>",
    f"<!DOCTYPE a [<!ENTITY b '{HARM}'>]>",
    f'<a href="x" onclick="{HARM}">A</a>',
    f"<b style='background:url({HOST}/a)'>A</b>",
    f"<svg/onload={HARM}>",
    f"> [!{PICTURE}] A\n>\n> A.",
)
_BRACES = (
    f'Text\n{{ onclick="{HARM}" }}',
    f"Text {{: onclick='{HARM}' }}",
    f'**A**{{ onclick="{HARM}" }}',
    f'[A](exam.md){{ ping="{HOST}/p" }}',
    f'[A](exam.md){{: onmouseover="{HARM}" }}',
    f'![A](assets/images/logo.svg){{ srcset="{HOST}/a.png 2x" }}',
    f'### A {{ #a style="background:url({HOST}/a)" }}',
    f"### A {{ onclick={HARM} }}",
    f'- A\n{{ onclick="{HARM}" }}',
    f'> A\n{{ onclick="{HARM}" }}',
    f"`A`{{ #__config onclick={HARM} }}",
    "### A { #__config }",
    "### A { #__search .harm }",
    "**Correct** forged\n{ .verdict .correct }",
    '[**A** *b*](https://github.com/b/a){ data-md-component="source" }',
    f'{TICKS} {{ .py onclick="{HARM}" }}\nA\n{TICKS}',
    f'{TICKS} {{ .py #__config title="{HARM}" }}\nA\n{TICKS}',
)
_RUNNING = (
    f"[A](javascript:{HARM})",
    f"[A](JavaScript:{HARM})",
    f"[A](javascript&colon;{HARM})",
    f"[A](javascript&#58;{HARM})",
    f"[A](javascript&#x3a;{HARM})",
    f"[A](&#106;avascript:{HARM})",
    f"[A](&#1;javascript:{HARM})",
    f"[A](java&Tab;script:{HARM})",
    f"[A](java&NewLine;script:{HARM})",
    f"[A](<javascript:{HARM}>)",
    f'[A](javascript:{HARM} "a title")',
    f"[A](vbscript:{HARM})",
    f"[A](data:text/html,{HARM})",
    f"[A](data:text/html;base64,{HARM})",
    f"![A](data:image/svg+xml,{HARM})",
    f"![A](javascript:{HARM})",
    f"[**A** `b`](javascript:{HARM})",
    f"[![A](assets/images/logo.svg)](javascript:{HARM})",
    f"[A][b]\n\n[b]: javascript:{HARM}",
    f"[a]\n\n[a]: <javascript:{HARM}>",
    f"![A][b]\n\n[b]: data:image/svg+xml,{HARM}",
    f"> [A](javascript:{HARM})",
)
_OTHER_ADDRESSES = (
    "[A](http://b.invalid/)",
    "[A](//b.invalid/a)",
    "[A](ftp://b.invalid/)",
    "[A](file:///etc/b.invalid)",
    f"[A](blob:{HOST}/a)",
    f"[A](view-source:{HOST}/)",
    f"[A](filesystem:{HOST}/a)",
    "[A](intent://b.invalid/#Intent;scheme=https;end)",
    "[A](https:b.invalid/a)",
    "<http://b.invalid/>",
    "<ftp://b.invalid/>",
    "[A][b]\n\n[b]: //b.invalid/a",
)
_DECEIVING = (
    f"[{AWS}]({HOST}/)",
    f"[docs.aws.amazon.com]({HOST}/)",
    "[A](https://docs.aws.amazon.com@b.invalid/)",
    "[A](https://docs.aws.amazon.com:443@b.invalid/)",
    f"[A]({HOST}:8443/a)",
    "[A](https://docs.aws.amazon.com.b.invalid/)",
    "[A](https://docs.aws.amaz\u043en.com/)",
    "[A](https://xn--docs-aws-b.invalid/)",
    "[A](mailto:a@b.invalid?body=harm)",
)

TOLD: dict[str, tuple[str, ...]] = {
    "N026": _HTML,
    "N044": _BRACES,
    "N008": (f'> [!note | verdict" onclick="{HARM}] A\n>\n> A.',),
    "N027": _RUNNING,
    "N028": (
        f"![A]({HOST}/a.png)",
        "![A](//b.invalid/a.png)",
        f"![A][b]\n\n[b]: {HOST}/a.png",
        f"[![A]({HOST}/a.png)](exam.md)",
        f"> ![A]({HOST}/a.svg)",
        "![A](&#104;ttps://b.invalid/a.png)",
    ),
    "N029": _OTHER_ADDRESSES,
    "N030": (
        "[A](/b.invalid)",
        "[A](/\\b.invalid/a)",
        "[A](\\\\b.invalid/a)",
        "[A](\\\\\\\\b.invalid/a)",
        "[A](../../b.invalid/a.md)",
        "[A](https://[b.invalid/)",
        "[A](b.invalid.html)",
    ),
    "N047": (
        "harm\u202egnp.exe",
        "ha\u200brm",
        "harm\u2060",
        "harm\U000e0041",
        "harm\x1b[2J",
        "harm\x00",
        "harm\x02wzxhzdk:0\x03",
        "harm\ufeff",
        "harm\u2066a\u2069",
        "harm\u3164",
    ),
    "N048": _DECEIVING,
}

INERT: tuple[str, ...] = (
    f"`{SCRIPT}`",
    f"`` ` {PICTURE} ` ``",
    f"{TICKS}\n{SCRIPT}\n</code></pre>{PICTURE}\n{TICKS}",
    f"{TICKS}html\n{SCRIPT}\n{TICKS}",
    f'{TICKS}text title="{PICTURE}"\nA\n{TICKS}',
    f"{TICKS}text title='\"><script>{HARM}</script>'\nA\n{TICKS}",
    f"~~~\n{SCRIPT}\n~~~",
    f"> {TICKS}\n> {SCRIPT}\n> {TICKS}",
    f"Text.\n\n    {SCRIPT}",
    f"&lt;script>{HARM}&lt;/script>",
    f"&lt;img src=x onerror={HARM}&gt;",
    f"&#60;script&#62;{HARM}&#60;/script&#62;",
    f"&amp;lt;script&amp;gt;{HARM}",
    f"## A &lt;/h3>&lt;script>{HARM}&lt;/script>",
    f"## A `{PICTURE}`",
    f'[A](exam.md "&quot; onmouseover={HARM} x=&quot;")',
    f"[A](exam.md '\"><script>{HARM}</script>')",
    f"[A &lt;script>{HARM}&lt;/script>](exam.md)",
    f"[A `{SCRIPT}`](exam.md)",
    f'![A" onerror="{HARM}](assets/images/logo.svg)',
    f"![A `{PICTURE}`](assets/images/logo.svg)",
    f"![A](assets/images/logo.svg '\" onload=\"{HARM}')",
    f'[A][b]\n\n[b]: exam.md "\\" onclick={HARM} \\""',
    f"| A | B |\n|:--|--:|\n| `{SCRIPT}` | &lt;img src=x onerror={HARM}&gt; |",
    f"> [!note] A &lt;img src=x onerror={HARM}&gt;\n>\n> `{SCRIPT}`",
    f"> [!tip]- `{PICTURE}`\n>\n> A.",
    f"<!-- {SCRIPT} -->",
    f"<!--> {SCRIPT} -->",
    f"<!---> {SCRIPT} -->",
    f"<!-- a --!> {SCRIPT} -->",
    f"<!--\n{SCRIPT}\n\n{PICTURE}\n-->",
    "{{ config }} {% include 'a' %} {# harm #}",
    f"{{{{ '{SCRIPT}' | safe }}}}".replace("<", "&lt;"),
    "--8<-- &quot;/etc/passwd&quot;",
    "![[harm]] [[harm]] ==harm== ++harm++",
    "*[harm]: &lt;script>",
    "!!python/object/apply:os.system [harm]",
    f"[A]({AWS}?a=%3Cscript%3E{HARM}%3C/script%3E)",
    f"[A]({AWS}#javascript:{HARM})",
    f"[A](#{HARM})".replace(HARM, "a"),
    f"<{AWS}?javascript:{HARM}>",
    "[A](mailto:a@b.invalid)",
    "## constructor\n\n## toString\n\n## documentElement",
    "## A { #body }\n\n## B { #location }",
    "## __config\n\n## _search",
)


def _page(front: str, text: str = "Text.") -> str:
    return f"---\n{front}\n---\n\n# A\n\n{text}\n"


_BOMB = "\n".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 8))

# Pages as a whole, where the beginning matters.
TOLD_PAGES: dict[str, tuple[str, ...]] = {
    "N045": (
        _page(f"title: '{SCRIPT}'"),
        _page(f"author: '{SCRIPT}'"),
        _page(f"description: '\">{SCRIPT}'"),
        _page(f"template: harm-redirect.html\nlocation: {HOST}/"),
        _page(f"search:\n  exclude: true\nharm: '{SCRIPT}'"),
        _page(f"search: {{ exclude: true, boost: '{HARM}' }}"),
        _page(f"harm: &a0 [a]\n{_BOMB}\ndescription: *a7"),
        _page("search: &harm\n  exclude: true\nother: *harm"),
        _page("search: !!python/object/apply:os.system [harm]"),
        _page("hide: [harm]"),
        _page("subtitle: harm"),
        _page("status: harm"),
        _page("icon: '../../harm'"),
        _page("tags: [harm]"),
        _page("social: { cards_layout: harm }"),
        _page("harm\nno: [yaml"),
    ),
}
INERT_PAGES: tuple[str, ...] = (
    f"title: &lt;script>{HARM}\nlocation: b.invalid\n\n# A\n\nText.\n",
    "template: redirect.html\nlocation: b.invalid\n\n# A\n\nText.\n",
    f'# A "quoted"\n\nSome "quoted" words, and &quot;&gt;&lt;script&gt;{HARM}&lt;/script&gt;.\n',
    f"# A `{SCRIPT}`\n\n`\"><meta http-equiv=refresh content='0;url={HOST}/'>`\n",
    f"# A &lt;/title&gt;&lt;script&gt;{HARM}&lt;/script&gt;\n\nText.\n",
    "# A <b\n\nText, 1 <2.\n",
    "# `<!--` A\n\nText `-->`.\n",
    f"# A &lt;!-- &lt;img src=x onerror={HARM}&gt;\n\nText.\n",
)

# Names, other names and definitions of terms, below the title of their page.
TOLD_TERMS: dict[str, tuple[str, ...]] = {
    "N026": (
        f"## A {PICTURE} {{ #a }}\n\nA place.",
        f"## A {{ #a }}\n\nAlso: B {PICTURE}\n\nA place.",
        f"## A {{ #a }}\n\nA place {SCRIPT}.",
    ),
    "N044": (
        f"## A {{ #a onclick={HARM} }}\n\nA place.",
        "## A { #__config }\n\nA place of harm.",
        f"## A {{ #a }}\n\nAlso: B {{ onclick={HARM} }}\n\nA place.",
    ),
    "N027": (f"## A {{ #a }}\n\nA [place](javascript:{HARM}).",),
    "N028": (f"## A {{ #a }}\n\nA place ![A]({HOST}/a.png).",),
}
INERT_TERMS: tuple[str, ...] = (
    f'## Zaa " onclick="{HARM} {{ #zaa }}\n\nAlso: Zz" onclick="{HARM}\n\nA place.',
    (
        f"## Zbb &lt;img src=x onerror={HARM}&gt; {{ #zbb }}\n\n"
        f"Also: Zz &lt;img src=y onerror={HARM}&gt;, Zz &lt;/li>&lt;script>{HARM}&lt;/script>\n\n"
        "A place."
    ),
    (
        f"## Zcc `{PICTURE}` {{ #zcc }}\n\nAlso: Zz `{PICTURE}`, "
        "Zz &lt;meta http-equiv=refresh content=&quot;0;url=//b.invalid/&quot;&gt;\n\nA place."
    ),
)

# A question whose every text tries. Its page is a service's.
QUESTION = f"""\
# Amazon S3

`"><script>{HARM}</script>` and &quot;&gt;&lt;img src=x onerror={HARM}&gt;.

## Zebra &lt;img src=x onerror={HARM}&gt; `{PICTURE}` {{ #s3-zebra }}

Which one: `{SCRIPT}`, &lt;script>{HARM}&lt;/script> or Zoo?

{TICKS}html title="{PICTURE}"
</code></pre></script>{SCRIPT}
{TICKS}

> [!success]- `{PICTURE}`
>
> The latest "wins" ' onclick={HARM}. ![A" onerror="{HARM}](../assets/images/logo.svg)

> [!failure]- &lt;img src=z onerror={HARM}&gt;
>
> Not `</script>{SCRIPT}`, nor &lt;/script>&lt;script>{HARM}&lt;/script>.
>
> > [!warning] Changed 2020
> >
> > Now `{PICTURE}`. ([&lt;img src=x onerror={HARM}&gt;]({AWS}a))

> [!quote]- Sources, checked 2026-11-23, DVA-C03 1.1
>
> - [Guide &lt;img src=x onerror={HARM}&gt;]({AWS}a)
"""

# Paths below docs/, and what lies there; each is told at its first line.
TOLD_FILES: dict[str, str] = {
    "harm.html": SCRIPT,
    "harm.js": HARM,
    "harm.xhtml": SCRIPT,
    "assets/harm.css": f"@import '{HOST}/a.css';",
    "assets/practice/harm.html": SCRIPT,
    "assets/images/harm.svg": f"<svg xmlns='http://www.w3.org/2000/svg'>{SCRIPT}</svg>",
    "assets/images/harm-link.svg": (
        f"<svg xmlns='http://www.w3.org/2000/svg'><a href='{HOST}/'/></svg>"
    ),
    "assets/images/harm.png": SCRIPT,
    "assets/images/harm.gif": "GIF89a",
    "robots.txt": "harm",
    "CNAME": "b.invalid",
    "a b.md": "# A",
    "harm'onclick='.md": "# A",
    '"><img src=x onerror=harm>.md': "# A",
    "ha\u202erm.md": "# A",
    "templates/harm.html": SCRIPT,
    "sw.js": HARM,
}


class Edit(NamedTuple):
    """A change of mkdocs.yml that tries: what stands there, and what would stand there."""

    old: str
    new: str


SETTINGS: tuple[Edit, ...] = (
    Edit("copyright: Notes", f'copyright: "<b onclick={HARM}>Notes</b>" #'),
    Edit("  font: false", "  font: { text: Harm }"),
    Edit("nav:\n", f'nav:\n  - "<script>{HARM}</script>": terms.md\n'),
)

# What the gate says of them; behind the style that comes with a font it judges no more.
REFUSED = ("fonts.gstatic.com", "fonts.googleapis.com")
# Those that the check tells at their lines.
TOLD_SETTINGS: tuple[Edit, ...] = (
    Edit("extra_css: [", f"extra_css: ['{HOST}/a.css', "),
    Edit("extra_javascript:\n", f"extra_javascript:\n  - {HOST}/a.js\n"),
)

_SIGNS = re.compile(r"ha\W?rm|b\.invalid|#__|\.verdict|data-md|docs\.aws\.amaz")


def line_of(text: str) -> int:
    """Return the line of a construct that holds what is hostile about it; the first, if none."""
    lines = enumerate(text.split("\n"), start=1)
    return next((number for number, line in lines if _SIGNS.search(line)), 1)


def told() -> Iterator[tuple[str, str, str]]:
    """Yield code, path and page of everything that the check tells at `line_of` the page."""
    for code, texts in TOLD.items():
        yield from ((code, "about.md", f"# A\n\n{text}\n") for text in texts)
    for code, texts in TOLD_PAGES.items():
        yield from ((code, "about.md", text) for text in texts)
    for code, texts in TOLD_TERMS.items():
        yield from ((code, "terms.md", f"# Terms\n\n{text}\n") for text in texts)
