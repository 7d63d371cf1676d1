"""Openers of callouts, damaged as keyboards, editors, formatters and copying damage them.

Not among them, as nobody would take them for a callout: a sentence ("**Warning**: ..."), what is
shown as code, and a line end within the brackets, where no program breaks a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

OPENER = re.compile(r"(?P<before>(?:> )+)\[!(?P<kind>\w+)\](?P<mark>-?) (?P<title>.+)")

UNSEEN = (
    *"\u00a0\u00ad\u034f\u061c\u115f\u1680\u180e\u2000\u2007\u2009\u200a\u200b\u200c\u200d\u200e",
    *"\u200f\u2028\u2029\u202a\u202e\u202f\u205f\u2060\u2063\u2066\u2069\u2800\u3000\u3164\ufe0f",
    *"\ufeff\uffa0\U000e0020\ue000\x07\x0b\x0c\x1c\x1f\x7f\x85\u0301\t ",
    *("  ", "\\", "&nbsp;", "&#8203;", "&#x200b;", "&zwnj;", "&shy;", "&emsp;"),
)
MARKUP = (
    *("*", "**", "_", "__", "~~", "`", "``", '"', "'", "<br>", "<!-- -->", "<b>", "<", ">", "> "),
    *("- ", "* ", "+ ", "1. ", "2) ", "# ", "## ", "- [ ] ", "- [x] ", "|", ": ", "a) ", "A. "),
    *("\u2022", "\u2022 ", "\u2013 ", "\u2014 ", "\u00b7 ", "\u25aa ", "\u2192 ", "\u2705 "),
    *("\u201c[](){}!-"),
)
ALIKE = {
    ">": (
        *"\u203a\u00bb\u276f\uff1e\u3009\u300b\u27e9\u2265\u227b\ufe65\u25b8\u25ba\u2192|:)]<",
        *("", ">>", "&gt;", "\\>", "&#62;", "&#x3e;", "&GT;"),
    ),
    "[": (
        *"\uff3b\u3010\u3014\u27e6\u2045\u2772\u300c({<|",
        *("", "[[", "[ ", "\\[", "&#91;", "&lbrack;", "&lsqb;"),
    ),
    "]": (
        *"\uff3d\u3011\u3015\u27e7\u2046\u2773\u300d)}>|",
        *("", "]]", " ]", "\\]", "&#93;", "&rbrack;", "&rsqb;"),
    ),
    "!": (
        *"\uff01\u01c3\u00a1\u203c\u2757\u2755\u0406|1lI?.:#@",
        *("", "!!", "! ", "\\!", "&#33;", "&excl;"),
    ),
    "-": (
        *"\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d\u2043\u30fc\u00b7_~+:.>",
        *("", "--", "- -", " -", "\\-", "&#45;", "&minus;", "&ndash;", "&hyphen;"),
    ),
    " ": ("", "  ", "\t", "\u00a0", "\u3000", "&nbsp;"),
}
LETTERS = {
    "a": "\u0430\u03b1A\uff41@4",
    "c": "\u0441\u03f2C\uff43k",
    "e": "\u0435E\uff453\u00e9",
    "f": "\u0192F\uff46",
    "g": "\u0261G\uff479q",
    "i": "\u0456\u0131I\uff491l!\u00ed",
    "l": "\u04cf\u2113L\uff4c1I|",
    "n": "\u0578N\uff4em",
    "o": "\u043e\u03bfO\uff4f0",
    "q": "\u051bQ\uff51g",
    "r": "\u0433R\uff52",
    "s": "\u0455\u017fS\uff535z\u015b",
    "t": "\u0442T\uff54",
    "u": "\u03c5\u057dU\uff55v\u00fc",
    "w": "\u051dW\uff57",
}
FORMS = (
    *("[!{KIND}]", "[!{Kind}]", "[! {kind}]", "[!{kind} ]", "[ !{kind} ]", "[{kind}!]", "[{kind}]"),
    *("![{kind}]", "!{kind}", "[!{kind}", "!{kind}]", "[[!{kind}]]", "({kind})", "(!{kind})"),
    *("{{!{kind}}}", "<!{kind}>", "**[!{kind}]**", "_[!{kind}]_", "~~[!{kind}]~~", "[!!{kind}]"),
    *(r"\[!{kind}\]", r"\[\!{kind}\]", "[!{kind}|wide]", "[!{kind}]{{}}", "[!{kind}]()"),
    *("[!{kind}:]", "[!{kind}-]", "[!{kind}]:", "[!{kind}s]", "[!x{kind}]", "&#91;!{kind}&#93;"),
    *(
        "!!! {kind}",
        "??? {kind}",
        "???+ {kind}",
        ":::{kind}",
        "::: {kind}",
        "\u201c[!{kind}]\u201d",
    ),
    *("[\u200b!{kind}]", "[!{kind}\u200b]", "[!{kind}]\u200b"),
)
MARKS = ("", "+", "--", " -", "- -", "=", ":", "-:", " \u2013")
QUOTES = (
    *(">", ">  ", ">   ", ">    ", ">     ", ">\t", "&gt; ", "\\> ", "\uff1e ", "\u203a ", "| "),
    *("\u00a0> ", " > ", "    > ", "- > ", "> - ", "> 1. "),
)
INDENTS = (
    *(" " * width for width in range(1, 10)),
    *("\t", "- ", "* ", "1. ", "> ", ">> ", "<br>", "<!-- --> ", "Text. ", "> Text. "),
)
ABOVE = (
    *("Text.", "> Text.", "Text\\", "Text  ", "- An item", "> - An item", "---", "```", "> ```"),
    *("~~~", "<!--", "> <!--", "<!-- -->", "<div>", "<p>", "| a | b |", "| a |\n|---|", "    code"),
    *("> [!note] A note", "> [!example]- More", ">", "> >", "> > Deeper.", "[a]: https://a.org"),
)
ENDS = (
    *("\\", "  ", "<br>", " #", " ##", "\n---", "\n===", "\n> ---", " {", " { #x }", " {.a}"),
    *(" <!-- a -->", "\n", " |", "\n> Text", "\nText", "\n\nText"),
)


class Form(NamedTuple):
    """What an opener is made of; `before` are its signs of quotes."""

    before: str
    kind: str
    mark: str
    title: str

    @classmethod
    def of(cls, line: str) -> Form:
        match = OPENER.fullmatch(line)
        assert match, line
        return cls(match["before"], match["kind"], match["mark"], match["title"])

    @property
    def signs(self) -> str:
        return f"[!{self.kind}]{self.mark}"

    @property
    def depth(self) -> int:
        return self.before.count(">")


# An opener in, the text that stands in its place out, of one line or more.
Damage = Callable[[str], Iterator[str]]


def sign_inserted(line: str) -> Iterator[str]:
    """Yield the line with each sign at each place up to the title's first letter."""
    places = range(len(line) - len(Form.of(line).title) + 1)
    return (line[:at] + sign + line[at:] for sign in (*UNSEEN, *MARKUP) for at in places)


def sign_replaced(line: str) -> Iterator[str]:
    """Yield the line with each look-alike for each sign, or with a sign less, or more, or moved."""
    for at in range(len(line) - len(Form.of(line).title)):
        before, sign, after = line[:at], line[at], line[at + 1 :]
        yield from (before + other + after for other in ALIKE.get(sign, LETTERS.get(sign, "")))
        yield from (
            before + after,
            before + sign * 2 + after,
            before + after[:1] + sign + after[1:],
        )


def signs_in_other_forms(line: str) -> Iterator[str]:
    """Yield the line with what people, and other programs, write for its signs."""
    before, kind, mark, title = Form.of(line)
    forms = [form.format(kind=kind, Kind=kind.title(), KIND=kind.upper()) for form in FORMS]
    yield from (f"{before}{form}{mark} {title}" for form in forms)
    yield from (f"{before}[!{kind}]{other} {title}" for other in MARKS)


def moved(line: str) -> Iterator[str]:
    """Yield the line in other places: indented, in lists, behind text, below what swallows it."""
    form = Form.of(line)
    signs, rest = form.before, f"{form.signs} {form.title}"
    yield from (start * form.depth + rest for start in QUOTES)
    yield from (start + line for start in INDENTS)
    yield from (start + rest for start in ("", " ", "    ", "\t", "# ", "## ", "> ## "))
    for above in ABOVE:
        yield f"{above}\n{line}"
        yield f"{signs}{above}\n{line}"


def ended(line: str) -> Iterator[str]:
    """Yield the line with other ends, and twice."""
    yield from (line + end for end in ENDS)
    yield from (f"{line}\n{between}{line}" for between in ("", "\n", ">\n"))


def wrapped(line: str) -> Iterator[str]:
    """Yield the line with a line end in place of each space of its title."""
    form = Form.of(line)
    words = form.title.split(" ")
    for at in range(len(words)):
        above, below = " ".join(words[:at]), " ".join(words[at:])
        for start in ("", " ", "  ", form.before, ">", "> ", "> > ", f"{form.before}  "):
            yield f"{form.before}{form.signs} {above}\n{start}{below}"
        yield f"{form.before}{form.signs} {above}\\\n{form.before}{below}"


DAMAGES: tuple[Damage, ...] = (
    sign_inserted,
    sign_replaced,
    signs_in_other_forms,
    moved,
    ended,
    wrapped,
)
