"""How many facts a machine checks is told where the settings say it, and nothing else is."""

from __future__ import annotations

import pytest
from exam_notes.views.publication import Facts, facts_in


def test_both_numbers_are_told() -> None:
    assert facts_in({"machine_checked": {"facts": 425, "questions": 77}}) == Facts(425, 77)


@pytest.mark.parametrize("told", [None, 425, {"facts": 425}, {"facts": "many", "questions": 1}])
def test_what_is_no_pair_of_numbers_tells_nothing(told: object) -> None:
    assert facts_in({"machine_checked": told}) is None
