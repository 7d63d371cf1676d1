"""The data that the build makes for the practice: what it holds, and how little it weighs."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest
from exam_notes.exports.practice import INDEX, asked, practice_files, rights, skills_of
from exam_notes.model import Domain, Option, Passage, Question, Service, Task, Verdict
from exam_notes.publishing.scripts import BUNDLE, SWITCH, bare, bundle
from exam_notes.reading.published import PublishedId

from tests.support.notes import own_docs, site_of

SITE = site_of(own_docs())
FILES = dict(practice_files(SITE, ()))
QUESTION = SITE.questions["s3-kms-keys"]
# The words of these notes, the most frequent first, and how often each may come.
FOUND = Counter(re.findall(r"[a-z]{3,}", " ".join(own_docs().values()).lower()))
WORDS = [word for word, _ in FOUND.most_common(900)]
WEIGHTS = [1 / (rank + 5) for rank in range(900)]
Edit = Callable[[Question], Question]


def data(content: bytes) -> Any:
    """Return what a script assigns."""
    return json.loads(content.decode().partition(" = ")[2].removesuffix(";\n"))


def test_every_question_is_in_the_index_and_with_its_service() -> None:
    index = data(FILES[INDEX])
    ids = []
    for slug, name, url, names, offers, choose, _, skills in index["services"]:
        service = next(service for service in SITE.services if service.slug == slug)
        own = [slug + id if id.startswith("-") else id for id in names.split()]
        assert (name, url) == (service.name, service.url)
        assert [offers[at : at + 3] for at in range(0, len(offers), 3)] == [
            asked(SITE.questions[id])[1:] for id in own
        ]
        assert len(choose) == len(skills.split()) == len(own)
        assert list(data(FILES[f"practice/{slug}.js"])) == own
        ids += own
    assert ids == list(SITE.questions)
    assert len(FILES) == 1 + len(SITE.services)


def test_a_question_has_everything_that_is_shown() -> None:
    shown = data(FILES["practice/s3.js"])[QUESTION.id]
    assert shown["stem"] == QUESTION.stem.html
    assert shown["choose"] == len(QUESTION.answers)
    assert shown["asked"] == asked(QUESTION)
    assert [(o[0], bool(o[1])) for o in shown["options"]] == [
        (option.anchor, option.verdict is Verdict.CORRECT) for option in QUESTION.options
    ]
    assert all('href="../' not in option[3] for option in shown["options"])


def test_equal_notes_make_equal_bytes() -> None:
    assert dict(practice_files(site_of(own_docs()), ())) == FILES


def test_scripts_are_classic() -> None:
    """From a file there are no modules and there is no fetch."""
    assert FILES[INDEX].startswith(b"self.practiceIndex = {")
    assert FILES["practice/s3.js"].startswith(b'(self.practiceNotes ||= {})["s3"] = {')


def test_only_questions_that_are_there_are_moved_to() -> None:
    published = [
        PublishedId("old", QUESTION.id, 1),
        PublishedId("gone", "a sentence", 2),
        PublishedId(QUESTION.id, "", 3),
    ]
    index = data(dict(practice_files(SITE, published))[INDEX])
    assert index["moved"] == [["old", QUESTION.id]]


@pytest.mark.parametrize(
    ("named", "skills"),
    [
        ("DVA-C03 1.3", ("1.3",)),
        ("", ()),
    ],
)
def test_where_no_skill_is_named_the_task_stands_for_them(
    named: str, skills: tuple[str, ...]
) -> None:
    assert skills_of(replace(QUESTION, task=named, skills=())) == skills


def test_skills_are_taken_from_the_model_where_it_has_them() -> None:
    question: Any = SimpleNamespace(skills=("1.3.4", "2.2.1"))
    assert skills_of(question) == ("1.3.4", "2.2.1")


def first_option(question: Question, **changes: Any) -> Question:
    option, *others = question.options
    return replace(question, options=(replace(option, **changes), *others))


def same_title(question: Question) -> Passage:
    return Passage(f"<em>{question.options[0].title.html.upper()}</em>!", "")


def other_verdict(question: Question) -> Verdict:
    is_right = question.options[0].verdict is Verdict.CORRECT
    return Verdict.INCORRECT if is_right else Verdict.CORRECT


@pytest.mark.parametrize(
    ("edit", "stem", "options"),
    [
        (lambda q: first_option(q, title=same_title(q)), True, True),
        (lambda q: first_option(q, reason=Passage("<p>New.</p>", "New.")), True, True),
        (lambda q: replace(q, options=q.options[::-1]), True, True),
        (lambda q: replace(q, stem=Passage("<p>Another.</p>", "")), False, True),
        (lambda q: replace(q, options=q.options[1:]), True, False),
        (lambda q: first_option(q, title=Passage("Another", "")), True, False),
        (lambda q: first_option(q, verdict=other_verdict(q)), True, False),
    ],
    ids=["markup", "reason", "order", "stem", "an option less", "other text", "verdict"],
)
def test_the_hash_tells_what_has_changed(edit: Edit, stem: bool, options: bool) -> None:
    before, after = asked(QUESTION), asked(edit(QUESTION))
    assert len(before) == len(after) == 4
    assert (before[0] == after[0], before[1:] == after[1:]) == (stem, options)


def test_letters_of_the_right_options() -> None:
    assert rights(QUESTION) == "".join(
        "abcd"[at] for at, o in enumerate(QUESTION.options) if o.verdict is Verdict.CORRECT
    )


def test_the_index_of_13_000_questions_is_small() -> None:
    """With ids of two or three words of these notes, and two skills for some."""
    index = dict(practice_files(made_up(13_000), ()))[INDEX]
    assert len(gzip.compress(index, 9)) <= 150 * 1024


def made_up(count: int) -> Any:
    """Return what `practice_files` reads of a site."""
    random = Random(13)
    tasks = tuple(
        Task(f"{d}.{t}", "A task of the guide", "", ()) for d in range(1, 5) for t in (1, 2, 3)
    )
    services = tuple(
        Service(slug, f"Service {slug}", f"services/{slug}/", "", tuple(_some(slug, random)))
        for slug in (f"service{number}" for number in range(count // 13))
    )
    domains = tuple(Domain(n, f"Domain {n}", 25, "", ()) for n in range(1, 5))
    return SimpleNamespace(
        exam=SimpleNamespace(domains=domains, tasks=tasks),
        services=services,
        questions={q.id: q for service in services for q in service.questions},
    )


def _some(slug: str, random: Random) -> list[Question]:
    names: set[str] = set()
    while len(names) < 13:
        words = 3 if random.random() < 0.34 else 2  # as in the ids of these notes
        names.add("-".join(random.choices(WORDS, WEIGHTS, k=words)))
    skills = [_skill(random) for _ in range(8)]  # a service is about some skills, not all
    return [_one(f"{slug}-{name}", slug, skills, random) for name in sorted(names)]


def _one(id: str, slug: str, skills: list[str], random: Random) -> Question:
    text = Passage(str(random.random()), "")
    options = tuple(
        Option("", verdict, text, text, ())
        for verdict in (Verdict.CORRECT, Verdict.INCORRECT, Verdict.INCORRECT, Verdict.INCORRECT)
    )
    numbers = random.sample(skills, 2 if random.random() < 0.1 else 1)
    return Question(id, slug, text, text, options, (), (), "", "", tuple(numbers))


def _skill(random: Random) -> str:
    return f"{random.randint(1, 4)}.{random.randint(1, 3)}.{random.randint(1, 6)}"


def test_what_practising_loads_is_small(site: Path) -> None:
    weight = len(gzip.compress((site / BUNDLE).read_bytes(), 9))
    assert weight <= 20 * 1024, weight


def test_a_page_where_nobody_practises_loads_little_more(site: Path) -> None:
    switch = len(gzip.compress((site / SWITCH).read_bytes(), 9))
    assert switch <= 950
    html = (site / "services/s3/index.html").read_text("utf-8")
    without = html.replace('<script src="../../assets/practice-switch.js" defer></script>', "")
    start, end = without.index('<span class="practice-switch"'), without.index("</span></p>")
    assert without != html
    without = without[:start] + without[end:]
    more = len(gzip.compress(html.encode(), 9)) - len(gzip.compress(without.encode(), 9))
    assert switch + more <= 1024, (switch, more)


def test_the_sources_of_the_scripts_are_not_published(site: Path) -> None:
    assert not (site / "assets/practice").exists()
    assert (site / BUNDLE).read_text("utf-8").startswith('(() => {\n"use strict";\n')


def test_a_bundle_has_the_code_and_not_its_comments() -> None:
    scripts = {
        "start.js": "/* Last. */\nf(1); // now\n",
        "b.js": '/**\n * Types.\n */\nfunction f(/** @type {number} */ n) {\n  g("// no", n);\n}\n',
        "a.js": "// First.\nconst G = `/* no */`;\n",
    }
    assert bundle(scripts) == (
        '(() => {\n"use strict";\nconst G = `/* no */`;\n'
        'function f(n) {\ng("// no", n);\n}\nf(1);\n})();\n'
    )
    assert bare('a("https://b // c");\n') == 'a("https://b // c");\n'
