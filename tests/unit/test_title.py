"""The title of a page in its head: what stands in a heading as text is text there too."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader

from tests.support.notes import ROOT

BASE = "{% block htmltitle %}<title>{{ page.title | striptags }}</title>{% endblock %}"


def head(title: str, *, home: bool = False) -> str:
    """Return what our template makes of a title that MkDocs has taken from a heading."""
    overrides = FileSystemLoader(ROOT / "overrides")
    environment = Environment(loader=ChoiceLoader([DictLoader({"base.html": BASE}), overrides]))
    environment.filters["url"] = str
    page = SimpleNamespace(title=title, is_homepage=home, meta={}, canonical_url="")
    config = SimpleNamespace(site_name="Notes", site_description="", extra=SimpleNamespace())
    return environment.get_template("main.html").render(page=page, config=config).strip()


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("About", "About"),
        ("A &lt;b", "A &lt;b"),
        ("A &lt;/title&gt;&lt;script&gt;a()&lt;/script&gt;", "A &lt;/title&gt;&lt;script&gt;a()"),
        ("&lt;!-- A", "&lt;!-- A"),
        ("R &amp; D", "R &amp; D"),
        ("A <code>b</code>", "A b"),
    ],
)
def test_signs_of_a_title_stay_signs(title: str, shown: str) -> None:
    assert head(title).startswith(f"<title>{shown}")
    assert head(title).count("<") == 2


def test_the_home_page_has_the_name_of_the_site() -> None:
    assert head("A &lt;b", home=True) == "<title>Notes</title>"
