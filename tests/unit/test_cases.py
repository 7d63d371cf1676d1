"""Every rule against pages that break it, one for each way, and pages that nearly do."""

from __future__ import annotations

import re

import pytest
from exam_notes.lint.rules import RULES

from tests.support.casebook import Case, all_cases
from tests.support.weaving import weave

ALL = all_cases()
BY_CODE = {rule.code: rule for rule in RULES}
each_case = pytest.mark.parametrize("case", ALL, ids=[case.name for case in ALL])


@each_case
def test_case_has_exactly_the_problems_it_expects(case: Case) -> None:
    """Hints count where the case is about one, and where nothing at all is expected."""
    hints_count = case.passes or BY_CODE[case.code].hint
    found = [str(problem) for problem in case.problems if hints_count or not problem.hint]
    assert found == case.expected


@each_case
def test_case_expects_its_own_code_and_a_near_miss_nothing(case: Case) -> None:
    codes = {line.split()[1] for line in case.expected}
    assert codes == set() if case.passes else case.code in codes


@each_case
def test_case_can_be_woven_whatever_is_wrong_with_it(case: Case) -> None:
    """An author has to see the problem, and not an exception of ours."""
    assert len(weave(case.site)) == len(case.site.pages)


@pytest.mark.parametrize("code", BY_CODE)
@pytest.mark.parametrize("passes", [False, True], ids=["failing", "passing"])
def test_rule_has_a_case(code: str, passes: bool) -> None:
    assert [case.name for case in ALL if (case.code, case.passes) == (code, passes)] != []


def test_case_is_named_by_a_rule() -> None:
    names = [case.name for case in ALL]
    odd = [n for n in names if n[:4] not in BY_CODE or not re.fullmatch(r"N\d{3}(?:-\w+)+", n)]
    assert odd == []
