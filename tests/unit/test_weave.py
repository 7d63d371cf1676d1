"""What is woven into which slot, before a partial turns it into HTML."""

from __future__ import annotations

from typing import Any

from exam_notes.marks import Slot
from exam_notes.model import Place, Role
from exam_notes.order import by_role
from exam_notes.views import VIEWS
from exam_notes.views.places import places as places_view
from exam_notes.views.weaver import Weaver, WovenHeading, woven_headings
from exam_notes.visible import plain

from tests.support.notes import site_of
from tests.support.questions import question

PAGES = {
    "terms.md": "# Index\n\n## Amazon EBS { #ebs }\n\nDisks.\n\n## Amazon S3 { #s3 }\n\nA store.\n",
    "exam.md": "# Exam DVA-C03\n\n## Domain 1: Code, 30%\n\n### 1.1 Write\n\n### 1.2 Read\n",
    "index.md": "# Home\n\n<!-- exam-notes: services -->\n",
    "services/ebs.md": "# Amazon EBS\n\n"
    + question("ebs-a", stem="Amazon S3? See [b](s3.md#s3-b)."),
    "services/s3.md": "# Amazon S3\n\n"
    + question("s3-b", title="B", right="Amazon EBS", wrong="Amazon S3")
    + question("s3-a", title="A")
    + question("s3-c", title="C")
    + "> [!quote]- Sources, checked 2026-11-01, DVA-C03 1.2\n>\n> - [t](https://h/)\n",
}
Contexts = dict[Slot, dict[str, Any]]


def woven(path: str) -> Contexts:
    """Return what each slot of a page receives."""
    site = site_of(PAGES)
    contexts: list[dict[str, Any]] = []

    def render(_: str, context: dict[str, Any]) -> str:
        contexts.append(context)
        return ""

    page = site.by_path[path]
    weaver = Weaver(site, render, lambda target, base: f"{base} to {target}", VIEWS)
    weaver.complete(page, weaver.weave(page).html)
    unsearched = {view.name for view in VIEWS if not view.searched}
    slots = sorted(page.cut.slots, key=lambda slot: slot.kind in unsearched)
    return dict(zip(slots, contexts, strict=True))


def test_previous_and_next_follow_the_page() -> None:
    contexts = woven("services/s3.md")
    ways = [
        (context["previous"] and context["previous"].id, context["next"] and context["next"].id)
        for slot, context in contexts.items()
        if slot.kind == "foot"
    ]
    assert ways == [(None, "s3-a"), ("s3-b", "s3-c"), ("s3-a", None)]


def test_a_question_on_its_own_has_neither_previous_nor_next() -> None:
    foot = woven("services/ebs.md")[Slot("foot", "ebs-a")]
    assert (foot["previous"], foot["next"]) == (None, None)


def test_below_a_question_stand_its_terms_and_who_links_to_it() -> None:
    foot = woven("services/s3.md")[Slot("foot", "s3-b")]
    assert foot["question"].id == "s3-b"
    assert [term.name for term in foot["terms"]] == ["Amazon EBS", "Amazon S3"]
    assert [(link.question, link.sentence) for link in foot["backlinks"]] == [("ebs-a", "See b.")]


def test_elsewhere_leaves_out_the_page_itself() -> None:
    elsewhere = woven("services/s3.md")[Slot("elsewhere", "s3")]
    assert elsewhere["service"].slug == "s3"
    assert [question.id for question in elsewhere["questions"]] == ["ebs-a"]


def test_a_term_has_its_places_by_role_and_the_page_of_its_service() -> None:
    places = woven("terms.md")[Slot("places", "s3")]
    assert (places["term"].id, places["page"].slug) == ("s3", "s3")
    assert places["groups"] == [
        (Role.DISTRACTOR, [Place("s3-b", "s3-b--amazon-s3", Role.DISTRACTOR)]),
        (Role.MENTIONED, [Place("ebs-a", "", Role.MENTIONED)]),
    ]
    assert [question.id for question in places["questions"]] == ["s3-b", "ebs-a"]


def test_a_term_that_is_only_mentioned_has_no_roles_to_tell() -> None:
    assert site_of(PAGES).index.places["s3"][0].role is Role.MENTIONED
    pages = PAGES | {"services/s3.md": "# Amazon S3\n"}
    assert places_view(site_of(pages), "s3")["groups"] == []


def test_roles_go_from_strong_to_weak_and_places_keep_their_order() -> None:
    ways = [Role.MENTIONED, Role.ANSWER, Role.DISTRACTOR, Role.MENTIONED, Role.ANSWER]
    places = [Place(f"q-{9 - number}", "", role) for number, role in enumerate(ways)]
    assert by_role(places) == [
        (Role.ANSWER, [places[1], places[4]]),
        (Role.DISTRACTOR, [places[2]]),
        (Role.MENTIONED, [places[0], places[3]]),
    ]


def test_a_task_has_the_questions_whose_sources_name_it() -> None:
    contexts = woven("exam.md")
    questions = {slot.key: [q.id for q in c["questions"]] for slot, c in contexts.items()}
    assert questions == {"1.1": [], "1.2": ["s3-c"]}


def test_services_stand_by_name() -> None:
    [(_, services)] = woven("index.md")[Slot("services", "")]["groups"]
    names = [service.name for service in services]
    assert names == ["Amazon EBS", "Amazon S3"]


def test_addresses_are_seen_from_the_page() -> None:
    foot = woven("services/ebs.md")[Slot("foot", "ebs-a")]
    assert foot["link"]("s3-b--amazon-s3") == "services/ebs.md to services/s3.md#s3-b--amazon-s3"
    assert foot["term_link"]("s3") == "services/ebs.md to terms.md#s3"
    assert foot["page_link"]("exam.md") == "services/ebs.md to exam.md"
    stem = foot["question"].stem
    assert foot["passage"](stem, "ebs-a") == (
        '<p>Amazon S3? See <a href="services/ebs.md to services/s3.md#s3-b">b</a>.</p>'
    )


def test_what_is_not_to_be_found_by_the_search_is_filled_in_after_it() -> None:
    site = site_of(PAGES)
    page = site.by_path["services/ebs.md"]
    weaver = Weaver(site, lambda name, _: f"<p>[{name}]</p>", lambda target, _: target, VIEWS)
    woven_page = weaver.weave(page)
    assert [line for line in plain(woven_page.html).split("\n") if line[0] == "["] == []
    completed = plain(weaver.complete(page, woven_page.html)).split("\n")
    assert [line for line in completed if line[0] == "["] == ["[controls]", "[foot]", "[elsewhere]"]


def test_an_unknown_slot_stays_empty() -> None:
    site = site_of({"index.md": "# Home\n\n<!-- exam-notes: nothing -->\n\nEnd.\n"})
    weaver = Weaver(site, lambda *_: "woven", lambda target, _: target, VIEWS)
    woven_page = weaver.weave(site.pages[0])
    assert plain(woven_page.html).replace("¶", "").split("\n") == ["Home", "End."]
    assert woven_page.headings == []


def test_woven_headings_are_told_to_the_table_of_contents() -> None:
    fragment = '<h2 id="a">A <b>b</b></h2><p>x</p><h3 class="c" id="d">D<a href="#d">#</a></h3>'
    fragment += "<h4>without an id</h4>"
    assert woven_headings(fragment) == [
        WovenHeading(2, "a", "A <b>b</b>"),
        WovenHeading(3, "d", "D"),
    ]
