"""Every figure of the notes has a witness, and one that loses it is named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from exam_notes.lint.circumstances import cited_pages
from exam_notes.lint.sources_file import CitedPages, without_fragment

from tests.facts.evidence import REMEMBERED, Evidence, unwitnessed
from tests.facts.models import BOTOCORE, HERE, Fact, facts_in
from tests.support.notes import ROOT, own_docs, site_of

CITED = cited_pages(ROOT) or CitedPages("", (), ())
FACTS = facts_in(HERE)
DOCS = own_docs()
MODEL_ADDRESS = "https://github.com/boto/botocore/blob/develop/botocore/data/"
MODELS = [page for page in CITED.pages if page.url.startswith(MODEL_ADDRESS)]


def missing(
    docs: Mapping[str, str], cited: CitedPages = CITED, facts: list[Fact] = FACTS
) -> set[tuple[str, str]]:
    """Return place and figure of what has no witness."""
    return {(u.place, u.figure) for u in unwitnessed(site_of(docs), Evidence(cited, facts))}


def page(name: str, old: str = "", new: str = "") -> dict[str, str]:
    """Return one service page, with `old` in its text replaced; it must be there."""
    path = f"services/{name}.md"
    assert old in DOCS[path]
    return {path: DOCS[path].replace(old, new)}


def without(mark: str) -> CitedPages:
    """Return the cited pages without the marks that hold `mark`; one must."""
    assert any(mark in found for cited in CITED.pages for found in cited.marks)
    kept = [p._replace(marks=tuple(m for m in p.marks if mark not in m)) for p in CITED.pages]
    return replace(CITED, pages=tuple(kept))


def test_every_figure_has_a_witness() -> None:
    found = unwitnessed(site_of(DOCS), Evidence(CITED, FACTS))
    assert [str(figure) for figure in found] == []


@pytest.mark.parametrize(
    ("name", "mark", "place", "figure"),
    [
        ("cognito", "12/14/21", "cognito-app-sign-in", "2021-12-14"),
        ("s3", "up to 99 percent", "s3-kms-keys", "99"),
        ("s3", "August 20, 2024", "s3-concurrent-writes", "2024-08-20"),
        ("s3", "August 20, 2024", f"services/s3.md, {REMEMBERED}", "2024-08-20"),
        ("x-ray", "February 25th, 2026", "x-ray-failing-requests", "2026-02-25"),
        ("x-ray", "February 25th", f"services/x-ray.md, {REMEMBERED}", "2026-02-25"),
        ("codedeploy", "July 15, 2026", f"services/codedeploy.md, {REMEMBERED}", "2026-07-15"),
    ],
)
def test_a_mark_that_is_gone_leaves_its_figure_alone(
    name: str, mark: str, place: str, figure: str
) -> None:
    assert (place, figure) in missing(page(name), without(mark))


@pytest.mark.parametrize(
    ("name", "old", "new", "place", "figure"),
    [
        ("s3", "by up to 99 percent", "by up to 98 percent", "s3-kms-keys", "98"),
        ("s3", "`If-None-Match: *` came on 2024-08-20", "x 2024-08-21", "", "2024-08-21"),
        ("s3", "Changed 2020-12-01", "Changed 2020-12-02", "s3-concurrent-writes", "2020-12-02"),
        ("cloudwatch", "for 3 hours", "for 4 hours", "cloudwatch-metric-every-10-seconds", "4"),
        ("rds", "7 days in the console", "8 days", f"services/rds.md, {REMEMBERED}", "8"),
        ("x-ray", "events of 90 days", "events of 91 days", "x-ray-failing-requests", "91"),
    ],
)
def test_a_changed_figure_is_told(name: str, old: str, new: str, place: str, figure: str) -> None:
    found = missing(page(name, old, new))
    assert (place or "s3-concurrent-writes", figure) in found


def test_a_fact_that_is_gone_leaves_its_figure_alone() -> None:
    docs, nothing = page("s3"), replace(CITED, pages=())
    lone = {figure for _, figure in missing(docs, nothing, [])}
    told = {figure for _, figure in missing(docs, nothing, FACTS)}
    assert "412" in lone - told


def test_figures_of_the_case_need_no_witness() -> None:
    case = page("x-ray", "six small services call", "37 small services call")
    told = page("x-ray", "which of six\n> services", "which of 37\n> services")
    assert missing(case) == set()
    assert ("x-ray-failing-requests", "37") in missing(told)


def test_every_listed_page_is_cited() -> None:
    """What nobody cites any more would be asked for every week."""
    notes = site_of(DOCS)
    linked = {without_fragment(r.address) for p in notes.pages for r in p.outline.references}
    assert CITED.urls - linked == set()


@pytest.mark.parametrize("model", MODELS, ids=lambda page: page.url.removeprefix(MODEL_ADDRESS))
def test_the_marks_of_an_api_model_stand_in_it(model: object) -> None:
    cited = next(page for page in MODELS if page is model)
    service = cited.url.removeprefix(MODEL_ADDRESS).partition("/")[0]
    text = BOTOCORE.text(service).lower()
    assert [mark for mark in cited.marks if mark.lower() not in text] == []
