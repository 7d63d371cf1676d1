"""What students type leads to the right notes: with the real search, served and from disk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from exam_notes.publishing.search import completed
from playwright.sync_api import Browser, Page

from tests.support.notes import own_site, site_of
from tests.support.patience import patient
from tests.support.search import FIRST, Queries, ask, open_search, queries

QUERIES = queries()
EACH_QUERY = pytest.mark.parametrize("query", QUERIES)
# The copy has the same index and the same scripts: some of each kind of query show that both load.
FROM_DISK = [*QUERIES][::8]


@pytest.fixture(scope="module")
def served(browser: Browser, address: str) -> Queries:
    """The results of all queries on the site, asked in one page."""
    return results_of(browser, address, [*QUERIES], offline=False)


@pytest.fixture(scope="module")
def from_disk(browser: Browser, offline_copy: Path) -> Queries:
    """The results of some queries in the unpacked copy, with the network off."""
    return results_of(browser, (offline_copy / "index.html").as_uri(), FROM_DISK, offline=True)


def results_of(browser: Browser, address: str, asked: list[str], *, offline: bool) -> Queries:
    context = patient(browser.new_context(offline=offline, service_workers="block"))
    page = context.new_page()
    page.goto(address)
    open_search(page)
    results = {query: ask(page, query) for query in asked}
    context.close()
    return results


@EACH_QUERY
def test_a_query_finds_its_notes(served: Queries, query: str) -> None:
    assert set(served[query][:FIRST]) & set(QUERIES[query]), served[query][:10]


@pytest.mark.parametrize("query", FROM_DISK)
def test_a_query_finds_its_notes_without_a_network(from_disk: Queries, query: str) -> None:
    assert set(from_disk[query][:FIRST]) & set(QUERIES[query]), from_disk[query][:10]


def test_there_are_queries_enough_and_each_expects_what_exists() -> None:
    site = own_site()
    ids = {*site.questions, *(term.id for term in site.terms)}
    ids |= {f"services/{service.slug}" for service in site.services}
    assert len(QUERIES) >= 60
    assert [expected for expected in QUERIES.values() if not expected or set(expected) - ids] == []


def test_nonsense_finds_nothing(page: Page, address: str) -> None:
    """Allowing for wrong letters does not make something of everything."""
    page.goto(address)
    open_search(page)
    assert ask(page, "xqzvwk jjhhgg") == []
    assert ask(page, "???") == []


NOTE = """# Amazon S3

Figures.

## Two keys { #s3-keys }

Which?

> [!success]- Red
>
> Yes.
"""
TERMS = """# Index

## Amazon S3 { #s3 }

Also: S3, Amazon Simple Storage Service, Simple Storage Service

Stores objects.

## Key { #key }

A key.
"""


def test_every_entry_has_its_weight_and_terms_have_their_other_names() -> None:
    """A term before a question, before any other page, before the head of a service page."""
    site = site_of({"services/s3.md": NOTE, "terms.md": TERMS, "about.md": "# About\n"})
    places = [
        ("about.md", 0.2, None),
        ("services/s3.md", 0.25, None),
        ("services/s3.md#s3-keys", 1, None),
        ("terms.md", 0.2, None),
        ("terms.md#s3", 1.5, ["Amazon Simple Storage Service"]),
        ("terms.md#key", 1.5, None),
    ]
    docs = [{"location": place, "title": "", "text": ""} for place, _, _ in places]
    index = completed(json.dumps({"config": {}, "docs": docs}), site)
    entries = json.loads(index)["docs"]
    assert [(e["location"], e["boost"], e.get("tags")) for e in entries] == places


def test_a_term_says_where_it_occurs_and_not_as_what() -> None:
    """With its words as text, whatever they look like."""
    note = NOTE.replace("## Two keys", "## A `<key>` & more").replace("Which?", "Which key?")
    note = note.replace("]- Red", "]- A key of S3")
    docs = [{"location": "terms.md#key", "text": "<p>A key.</p>"}]
    site = site_of({"services/s3.md": note, "terms.md": TERMS})
    (entry,) = json.loads(completed(json.dumps({"docs": docs}), site))["docs"]
    question = "A &lt;key&gt; &amp; more Amazon S3"
    assert entry["text"] == f"<p>A key.</p> <ul><li>{question}</li></ul>"


def test_a_weight_of_the_author_stays() -> None:
    site = site_of({"about.md": "# About\n"})
    index = json.dumps({"docs": [{"location": "about.md", "boost": 7}]})
    assert json.loads(completed(index, site))["docs"][0]["boost"] == 7
