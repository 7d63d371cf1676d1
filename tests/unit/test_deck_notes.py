"""What a note of the deck holds, and what is fixed for ever."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from exam_notes.exports.deck import model
from exam_notes.exports.deck.collection import contents_of
from exam_notes.exports.deck.notes import as_meant, note_of
from exam_notes.model import Question

from tests.support.decks import surroundings
from tests.support.notes import own_site, site_of
from tests.support.questions import question
from tests.support.squashed import squashed

NOTES = own_site()
URL = "https://example.org/notes/"


def fields(question: Question, site_url: str = URL) -> dict[str, str]:
    return dict(zip(model.FIELDS, note_of(NOTES, question, site_url).fields))


@pytest.mark.parametrize("question", NOTES.questions.values(), ids=lambda question: question.id)
def test_a_note_has_all_of_its_question(question: Question) -> None:
    note = fields(question)
    assert note["Id"] == question.id
    assert squashed(note["Title"]) == squashed(question.title.html)
    assert squashed(note["Stem"]) == squashed(question.stem.html)
    titles = [squashed(option.title.html) for option in question.options]
    assert [squashed(item) for item in note["Options"].split("<li>")[1:]] == titles
    answers = re.split(r'<li class="(?:in)?correct">', note["Answers"])[1:]
    assert [squashed(answer) for answer in answers] == [
        squashed(o.title.html) + o.verdict.word + squashed(o.reason.html) for o in question.options
    ]
    changes = [change.label for option in question.options for change in option.changes]
    assert note["Answers"].count('class="admonition-title"') == len(changes)
    assert [label for label in changes if label not in note["Answers"]] == []
    assert re.findall(r'<a href="([^"]*)"', note["Sources"]) == [s.url for s in question.sources]
    assert f'"{URL}{NOTES.url_of(question.id)}"' in note["Link"]


def test_the_front_has_nothing_that_gives_an_answer() -> None:
    shown = {*re.findall(r"{{[#/]?([^}]*)}}", model.front().partition("<script>")[0])}
    assert shown == {"Service", "Title", "Stem", "Choose", "Options", "Id"}
    front = "".join(fields(q)[name] for q in NOTES.questions.values() for name in shown)
    assert not re.search(r'class="[^"]*(?:correct|verdict|success|failure)', front)


def test_links_lead_to_the_site_or_nowhere() -> None:
    for site_url in (URL, ""):
        html = "".join("".join(fields(q, site_url).values()) for q in NOTES.questions.values())
        links = re.findall(r'href="([^"]*)"', html)
        assert [link for link in links if not link.startswith("https://")] == []
        assert any(link.startswith(URL) for link in links) == bool(site_url)
        assert ' id="' not in html


def test_identities_are_what_they_were_when_the_deck_was_first_published() -> None:
    assert model.guid("s3-kms-keys") == "27f19efc4dbb4b501571"
    assert model.note_id("s3-kms-keys") == 1_743_339_524_944
    assert model.card_id("s3-kms-keys") == 1_733_365_220_950
    assert model.deck_id("s3") == 1_174_298_686
    assert (model.MODEL_ID, model.NAME) == (1_764_081_501, "AWS Developer exam notes")
    assert (
        *("Id", "Title", "Stem", "Choose", "Options", "Answers", "Changes", "Sources", "Link"),
        *("Service", "Skills", "Checked", "Spare 1", "Spare 2", "Spare 3", "Spare 4"),
    ) == model.FIELDS


def test_no_two_questions_share_a_number() -> None:
    for number in (model.guid, model.note_id, model.card_id):
        assert len({number(id) for id in NOTES.questions}) == len(NOTES.questions)


def test_tags_name_service_domain_skills_and_terms() -> None:
    tags = note_of(NOTES, NOTES.questions["s3-kms-keys"], "").tags
    assert {"aws-exam-notes::service::s3", "aws-exam-notes::domain::2"} < {*tags}
    assert "aws-exam-notes::skill::2.2.3" in tags
    assert "aws-exam-notes::term::kms-key" in tags
    assert [tag for tag in tags if " " in tag] == []


def test_anki_makes_no_sound_or_formula_of_a_text() -> None:
    text = r"[sound:a.mp3] [latex]x[/latex] [$]x[/$] \(x\) \[x\] [anki:play:q:0] [a] \n"
    meant = as_meant(text)
    assert squashed(meant) == "".join(text.split())
    assert not re.search(r"\[(sound|latex|\$|anki)|\\\(|\\\[", meant)
    assert meant.endswith(r"[a] \n")


def test_the_script_is_ours_alone_and_the_same_for_all_notes() -> None:
    for template in (model.front(), model.back()):
        before, script = template.split("<script>")
        assert "{{" not in script
        assert "}}" not in script
        assert "innerHTML" not in script
        assert set(re.findall(r"{{[#/]?([^}]*)}}", before)) <= set(model.FIELDS)
    evil = question(title="</script><b>", stem="{{Answers}} `</script>`")
    notes = site_of({"services/s3.md": f"# S3\n\n{evil}"})
    contents = contents_of(notes, surroundings(Path("none")))
    assert "</script>" not in "".join(contents.notes[0].fields)
    assert contents.times.keys() == {model.NOTE_TYPE, "s3-a"}
