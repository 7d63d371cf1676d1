"""Marks in a rendered page: fragments are cut out, slots are filled, and no mark is left."""

from __future__ import annotations

from xml.etree.ElementTree import Element, tostring

import pytest
from exam_notes.marks import Slot, around, cut, here

from tests.support.notes import site_of


def rendered(*elements: Element) -> str:
    return "".join(
        tostring(element, encoding="unicode", short_empty_elements=False) for element in elements
    )


def paragraph(text: str) -> Element:
    element = Element("p")
    element.text = text
    return element


def show(slot: Slot) -> str:
    return f"[{slot.kind}/{slot.key}]"


def test_a_page_without_marks_stays_as_it_is() -> None:
    parts = cut("<p>a</p>\n<!-- b -->")
    assert parts.fill(show) == "<p>a</p>\n<!-- b -->"
    assert (parts.slots, parts.fragments) == ((), {})


def test_a_slot_is_filled_in_place() -> None:
    parts = cut(rendered(paragraph("a"), here("foot", "s3-keys"), paragraph("b"), here("all")))
    assert parts.slots == (Slot("foot", "s3-keys"), Slot("all", ""))
    assert parts.fill(show) == "<p>a</p>[foot/s3-keys]\n<p>b</p>[all/]\n"


def test_a_fragment_is_cut_and_stays_on_the_page() -> None:
    parts = cut(rendered(paragraph("a"), *around("stem", "q", [paragraph("b")]), paragraph("c")))
    assert parts.fragments == {Slot("stem", "q"): "<p>b</p>"}
    assert parts.fill(show) == "<p>a</p>\n<p>b</p>\n<p>c</p>"


def test_a_fragment_holds_the_fragments_inside_it_but_nothing_woven() -> None:
    inner = around("change", "q--a--c", [paragraph("inner"), here("foot", "q")])
    outer = around("reason", "q--a", [paragraph("before"), *inner, paragraph("after")])
    parts = cut(rendered(*outer))
    assert {slot: html.split() for slot, html in parts.fragments.items()} == {
        Slot("reason", "q--a"): ["<p>before</p>", "<p>inner</p>", "<p>after</p>"],
        Slot("change", "q--a--c"): ["<p>inner</p>"],
    }
    assert parts.fill(show).split() == [
        "<p>before</p>",
        "<p>inner</p>[foot/q]",
        "<p>after</p>",
    ]


def test_an_empty_fragment_is_there() -> None:
    assert cut(rendered(*around("reason", "q", []))).fragments == {Slot("reason", "q"): ""}


def test_a_key_may_hold_a_slash() -> None:
    """A "see" line is known by its term and the number of the alias."""
    assert cut(rendered(here("see", "kms-key/0"))).slots == (Slot("see", "kms-key/0"),)


@pytest.mark.parametrize(
    ("comment", "slots"),
    [
        ("<!-- exam-notes: services -->", (Slot("services", ""),)),
        ("<!-- exam-notes: no-such -->", (Slot("no-such", ""),)),
        ("<!--exam-notes:services-->", (Slot("services", ""),)),
        ("<!-- exam-notes services -->", (Slot("services", ""),)),
        ("<!-- exams: services -->", ()),
        ("`<!-- exam-notes: services -->`", ()),
        ("```html\n<!-- exam-notes: services -->\n```", ()),
    ],
)
def test_an_author_asks_with_a_comment(comment: str, slots: tuple[Slot, ...]) -> None:
    """Code that shows such a comment asks for nothing."""
    assert site_of({"index.md": f"# Home\n\n{comment}\n"}).pages[0].cut.slots == slots


def test_no_mark_is_left_on_a_page() -> None:
    source = "# S3\n\n## A { #s3-a }\n\nStem?\n\n> [!success]- B\n>\n> Yes.\n"
    html = site_of({"services/s3.md": source}).pages[0].cut.fill(lambda _: "")
    assert "exam-notes" not in html
