"""What the watch tells: only what is in form, and nothing that GitHub would follow."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from markdown_it import MarkdownIt

from tests.ci.tell import ROOT, project_at
from tests.ci.watch import Found, Place, Project, RefusedError, body_of, fence, read_found
from tests.facts.look import found_by
from tests.facts.models import BOTOCORE, Fact

URL = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/a.html"
FILES = "https://github.com/someone/notes/blob/main/"
PROJECT = Project(FILES, {"s3-a": Place("docs/services/s3.md", 7)}, {URL})
FACT = {"question": "s3-a", "fact": "The answer is 412", "faults": ["does not say '412'"]}
PAGE = {"url": URL, "state": "lost", "marks": ["412"], "to": "", "questions": ["s3-a"]}
FOUND = {
    "format": 1,
    "botocore": "1.45.0",
    "facts": 10,
    "broken": 1,
    "broken_facts": [FACT],
    "counts": {"sound": 3, "lost": 1},
    "pages": [PAGE],
}
HOSTILE = [
    "``` \n# Title\n@someone",
    "````````",
    "~~~\n[x](https://evil.example)",
    "<img src=x onerror=alert(1)>",
    "https://evil.example/ @someone #1 someone/repo#2",
    "$(touch /tmp/x) `id` ${{ github.token }}",
    "\u202egnp.exe \x1b[31m \x00",
    "![x](https://evil.example/x.png)",
    "| a | b |\n|---|---|",
]


def found(**parts: Any) -> Found:
    return read_found(json.dumps({**FOUND, **parts}), PROJECT)


def test_the_issue_says_which_note_what_and_where() -> None:
    assert (
        body_of(found(), PROJECT)
        == f"""\
The weekly watch compared the notes with AWS's API models and with the cited pages. It changes no \
note and no day: read the page, mend the note, and only then move the day.

## Facts that do not hold in botocore 1.45.0

[`s3-a`]({FILES}docs/services/s3.md?plain=1#L7)

```text
The answer is 412
does not say '412'
```

## Cited pages that changed

[`s3-a`]({FILES}docs/services/s3.md?plain=1#L7)

```text
lost: {URL}
lost: 412
```

9 of 10 facts hold. Pages: 1 lost, 3 sound.
"""
    )


def test_a_page_that_moved_says_where_to() -> None:
    page = {**PAGE, "state": "moved", "marks": [], "to": f"{URL}.md", "questions": []}
    text = body_of(found(pages=[page]), PROJECT)
    assert f"Cited by no question\n\n```text\nmoved: {URL}\nto {URL}.md\n```" in text


def test_ten_of_each_are_shown_and_all_are_counted() -> None:
    text = body_of(
        found(broken=35, broken_facts=[FACT] * 20, counts={"lost": 12}, pages=[PAGE] * 12), PROJECT
    )
    assert text.count("The answer is 412\n") == 10
    assert text.count("lost: 412\n") == 10
    assert ("And 25 more." in text, "And 2 more." in text) == (True, True)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_in_their_fence(words: str) -> None:
    page = {**PAGE, "marks": [words], "to": words}
    fact = {**FACT, "fact": words, "faults": [words, words]}
    text = body_of(found(broken_facts=[fact], pages=[page]), PROJECT)
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    inline = [token for token in tokens if token.type == "inline"]
    links = [child.attrs["href"] for t in inline for child in t.children or [] if child.attrs]
    assert {str(link).startswith(FILES) for link in links} == {True}
    assert [t.type for t in tokens if t.type in ("html_block", "table_open")] == []
    assert sum(t.type == "fence" for t in tokens) == 2
    assert "@" not in text
    assert [t.content for t in inline if "evil" in t.content] == []


def test_a_fence_is_longer_than_any_in_it() -> None:
    assert fence(["a ```` b", "``"]) == "`````text\na ```` b\n``\n`````"
    assert fence(["a\nb\r\tc"]) == "```text\na?b??c\n```"
    assert len(fence(["x" * 500])) == len("```text\n\n```") + 200


REFUSED = {
    "it is no JSON": "{",
    "it is no JSON ": "[" * 100_000,
    "it is too long": " " * 100_001,
    "found has other fields": "[]",
}
WRONG = [
    ("found has other fields", {"more": 1}),
    ("found.format is not in form", {"format": 2}),
    ("found.botocore is not in form", {"botocore": "1.45.0\n## x"}),
    ("found.botocore is not in form", {"botocore": None}),
    ("found.facts is not in form", {"facts": "10"}),
    ("found.facts is not in form", {"facts": True}),
    ("found.broken is not in form", {"broken": -1}),
    ("found.counts is not in form", {"counts": {"<b>": 1}}),
    ("found.counts is not in form", {"counts": {"lost": "1"}}),
    ("found.counts is not in form", {"counts": []}),
    ("found.broken_facts is no short list", {"broken_facts": {}}),
    ("found.broken_facts is no short list", {"broken_facts": [FACT] * 21}),
    ("found.broken_facts has other fields", {"broken_facts": [{**FACT, "__proto__": {}}]}),
    ("found.broken_facts.question is not in form", {"broken_facts": [{**FACT, "question": "x"}]}),
    ("found.broken_facts.question is not in form", {"broken_facts": [{**FACT, "question": []}]}),
    ("found.broken_facts.fact is not in form", {"broken_facts": [{**FACT, "fact": "x" * 201}]}),
    ("found.broken_facts.faults is not in form", {"broken_facts": [{**FACT, "faults": [1]}]}),
    ("found.pages.url is not in form", {"pages": [{**PAGE, "url": "https://evil.example/"}]}),
    ("found.pages.state is not in form", {"pages": [{**PAGE, "state": "fine"}]}),
    ("found.pages.questions is not in form", {"pages": [{**PAGE, "questions": ["s3-b"]}]}),
]


@pytest.mark.parametrize("said", REFUSED)
def test_what_cannot_be_read_is_refused(said: str) -> None:
    with pytest.raises(RefusedError, match=said.strip()):
        read_found(REFUSED[said], PROJECT)


@pytest.mark.parametrize(("said", "parts"), WRONG)
def test_what_is_not_in_form_is_refused_by_its_field(said: str, parts: dict[str, Any]) -> None:
    with pytest.raises(RefusedError, match=f"^{re.escape(said)}$"):
        found(**parts)


def broken(number: int) -> Fact:
    return Fact("s3-a", f"{number} " + "x" * 500, "s3", "PutObject", says=("y" * 500,) * 50)


def test_what_the_look_hands_on_is_in_form_however_much_it_is() -> None:
    page = {**PAGE, "marks": ["m" * 500] * 50, "to": "t" * 200, "questions": ["s3-a"] * 50}
    pages = {"format": 1, "counts": {"lost": 500}, "found": [page] * 500}
    handed = json.dumps(found_by(BOTOCORE, "1.45.0", [broken(n) for n in range(500)], pages))
    assert handed.isascii()
    assert len(handed) < 100_000
    read = read_found(handed, PROJECT)
    assert (read.broken, len(read.broken_facts), len(read.pages)) == (500, 20, 20)


def test_a_look_without_pages_is_in_form_and_no_proof_that_all_is_well() -> None:
    read = read_found(json.dumps(found_by(BOTOCORE, "1.45.0", [], None)), PROJECT)
    assert (read.is_well, read.is_complete) == (True, False)


def test_questions_terms_and_pages_of_this_project_are_known() -> None:
    project = project_at(ROOT, FILES)
    assert {"s3-kms-keys", "data-key"} <= project.places.keys()
    place = project.places["s3-kms-keys"]
    line = (ROOT / place.path).read_text("utf-8").splitlines()[place.line - 1]
    assert line.endswith("{ #s3-kms-keys }")
    assert "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html" in project.urls
