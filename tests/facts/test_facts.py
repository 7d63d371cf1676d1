"""Each fact of the notes against the API models: one test a fact, named by its sentence."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from exam_notes.reading.published import published_ids

from tests.facts.models import BOTOCORE, HERE, Fact, FormError, Models, facts_in
from tests.support.notes import ROOT, own_docs, site_of

FACTS = facts_in(HERE)
TERMS = "terms.yml"
LONGEST_MARK = 5
MODEL = {
    "operations": {"PutThing": {"documentation": "<p>Puts up to <b>10</b>\n things.</p>"}},
    "shapes": {
        "Thing": {
            "type": "structure",
            "required": ["Name"],
            "members": {
                "Name": {"shape": "Name", "documentation": "<p>At most 900&nbsp;seconds.</p>"},
                "Kind": {"shape": "Kind"},
            },
        },
        "Name": {"type": "string", "min": 3, "max": 64},
        "Kind": {"type": "string", "enum": ["SMALL", "LARGE"]},
        "Free": {"type": "string"},
    },
}


@pytest.mark.parametrize("fact", FACTS, ids=str)
def test_fact_holds(fact: Fact) -> None:
    assert BOTOCORE.faults(fact) == []


def test_every_fact_belongs_to_a_question_or_a_term() -> None:
    published = {entry.id for entry in published_ids(ROOT).entries if not entry.successor}
    terms = {term.id for page in site_of(own_docs()).pages for term in page.terms}
    told = {fact.question for fact in FACTS}
    assert told - published - terms == set()


def test_the_page_on_freshness_tells_how_many_there_are() -> None:
    """The number stands in mkdocs.yml: the site is built without the facts, which need botocore."""
    told = re.search(r"machine_checked: (\{.*\})", (ROOT / "mkdocs.yml").read_text("utf-8"))
    questions = {fact.question for fact in FACTS} & {*site_of(own_docs()).questions}
    assert told
    assert yaml.safe_load(told[1]) == {"facts": len(FACTS), "questions": len(questions)}


def test_a_sentence_stands_once_under_its_question() -> None:
    assert [fact for fact, count in Counter(map(str, FACTS)).items() if count > 1] == []


def test_marks_are_short() -> None:
    """They are figures and names, no sentences of AWS's."""
    marks = [mark for fact in FACTS for mark in fact.says]
    assert [mark for mark in marks if len(mark.split()) > LONGEST_MARK] == []


def test_a_fact_asserts_something() -> None:
    """A place that is only named must be an operation: that it exists is the fact."""
    bare = [f for f in FACTS if not (f.says or f.has or f.lacks or f.requires)]
    bare = [f for f in bare if f.min is None and f.max is None]
    shapes = [f for f in bare if "type" in BOTOCORE.find(f.model, f.at).shape]
    assert list(map(str, shapes)) == []


@pytest.fixture
def models(tmp_path: Path) -> Models:
    """A model of ours, and an older version of it that must not be read."""
    for version, content in (("2020-01-01", {}), ("2026-01-01", MODEL)):
        folder = tmp_path / "things" / version
        folder.mkdir(parents=True)
        (folder / "service-2.json").write_text(json.dumps(content), "utf-8")
    return Models(tmp_path)


def fact(at: str, model: str = "things", **asserted: Any) -> Fact:
    return Fact("s3-a", "A sentence", model, at, **asserted)


HOLDS = [
    fact("PutThing"),
    fact("PutThing", says=("up to 10 things",)),
    fact("Thing.Name", says=("At most 900 seconds",)),
    fact("Thing", has=("Name", "Kind"), lacks=("Size",), requires=("Name",)),
    fact("Kind", has=("SMALL",), lacks=("FOO",)),
    fact("Thing.Kind", has=("LARGE",)),
    fact("Name", min=3, max=64),
]
BREAKS = [
    (fact("Kind", has=("MEDIUM",)), "has no MEDIUM"),
    (fact("Kind", lacks=("LARGE",)), "has LARGE"),
    (fact("Thing", has=("Size",)), "has no Size"),
    (fact("Thing", requires=("Kind",)), "does not require Kind"),
    (fact("Thing.Size"), "Thing has no member Size"),
    (fact("Kind.Size"), "Kind has no member Size"),
    (fact("PutThing", says=("up to 20 things",)), "does not say 'up to 20 things'"),
    (fact("Thing.Name", says=("15 minutes",)), "does not say '15 minutes'"),
    (fact("Name", max=63), "has max 64, not 63"),
    (fact("Name", min=0), "has min 3, not 0"),
    (fact("Free", max=63), "has no max, not 63"),
    (fact("DropThing"), "the model things has no DropThing"),
    (fact("PutThing", model="sings"), "there is no model sings"),
]


@pytest.mark.parametrize("held", HOLDS)
def test_what_the_model_says_holds(models: Models, held: Fact) -> None:
    assert models.faults(held) == []


@pytest.mark.parametrize(("broken", "fault"), BREAKS, ids=[fault for _, fault in BREAKS])
def test_what_the_model_does_not_say_is_told(models: Models, broken: Fact, fault: str) -> None:
    assert models.faults(broken) == [fault]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("s3-a:\n- fact: A\n  model: s3\n", "x.yml: s3-a: 'A': ['at']"),
        ("s3-a:\n- fact: A\n  model: s3\n  at: B\n  sais: [C]\n", "x.yml: s3-a: 'A': ['sais']"),
        ("s3-a:\n- fact: A\n  model: s3\n  at: B\n  has: [1]\n", "'A': a value is no text"),
        ("s3-a:\n- fact: A\n  model: s3\n  at: B\n  has: CD\n", "'A': a list is wanted"),
        ("s3-a: []\ns3-a: []\n", "x.yml: line 1: ['s3-a'] stands twice"),
        ("s3-a: [", "x.yml: while parsing"),
        ("- s3-a\n", "x.yml: "),
    ],
)
def test_a_file_that_is_not_in_form_is_told(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "x.yml").write_text(text, "utf-8")
    with pytest.raises(FormError) as raised:
        facts_in(tmp_path)
    assert said in str(raised.value)
