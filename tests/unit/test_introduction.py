"""What describes a page for search engines and previews is what stands above its questions."""

from __future__ import annotations

import pytest
from exam_notes.views import VIEWS
from exam_notes.views.weaver import Weaver
from mkdocs.utils import get_relative_url

from tests.support.notes import site_of
from tests.support.questions import question


def description(page: str) -> str:
    """Return how a page of a service is described; each view is a paragraph."""
    site = site_of({"services/s3.md": page})
    weaver = Weaver(site, lambda kind, _: f"<p>{kind}</p>", get_relative_url, VIEWS)
    return weaver.weave(site.pages[0]).description


@pytest.mark.parametrize(
    "above",
    [
        "",
        "- A list\n\n",
        "### A heading\n\nA. One\nB. Two\n\n",
        "> [!success]- Misplaced\n>\n> Its reason.\n\n",
        "> [!note] Misplaced\n>\n> Its text.\n\n",
    ],
)
def test_a_page_without_an_introduction_has_no_description(above: str) -> None:
    assert description(f"# S3\n\n{above}{question(stem='- Which one?')}") == ""


def test_an_introduction_describes_its_page() -> None:
    page = f"# S3\n\nWhat to know. And more.\n\n{question()}"
    assert description(page) == "What to know. And more."
