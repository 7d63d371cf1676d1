"""Every rule is explained to contributors, with a bad and a good example."""

from __future__ import annotations

import re

import pytest
from exam_notes.rules import RULES

from tests.support.notes import DOCS

PAGE = (DOCS / "contributing.md").read_text("utf-8")
SECTIONS = dict(
    re.findall(r"^### (N\d{3})\n(.*?)(?=^### N\d{3}$|\Z)", PAGE, re.MULTILINE | re.DOTALL)
)


@pytest.mark.parametrize("code", RULES)
def test_a_rule_has_its_sentence_and_two_examples(code: str) -> None:
    assert RULES[code].sentence in " ".join(SECTIONS[code].split())
    assert SECTIONS[code].count("```") >= 4


def test_no_section_explains_a_rule_that_is_not() -> None:
    assert sorted(SECTIONS) == sorted(RULES)
