"""The content security policies: what they allow, and that every page is under one."""

from __future__ import annotations

from pathlib import Path

import pytest
from exam_notes.publishing.pages import PublishError, add_policy, refuse_harm
from exam_notes.publishing.policy import OFFLINE, web_policy, with_policy
from exam_notes.publishing.theme_scripts import STYLES, hash_of

from tests.support.builds import copy_project, run_build

HEAD = '<!doctype html>\n<html lang="en" class="no-js">\n  <head>\n    <meta charset="utf-8">'


def directives(policy: str) -> dict[str, list[str]]:
    """Return the sources of each directive of a policy."""
    return {name: sources for name, *sources in map(str.split, policy.split("; "))}


def of_the_theme(site: Path) -> list[str]:
    """Return the inline scripts of the home page, which are the theme's."""
    html = (site / "index.html").read_text("utf-8")
    return [part.partition("</script>")[0] for part in html.split("<script>")[1:]]


def test_the_theme_s_own_scripts_are_allowed_and_no_others(site: Path) -> None:
    own = of_the_theme(site)
    html = "".join(f"<script>{script}</script>" for script in [*own, "harm=1", "", f"{own[0]};a"])
    assert len(own) == 3
    assert directives(web_policy(html))["script-src"] == ["'self'", *sorted(map(hash_of, own))]


@pytest.mark.parametrize("html", ["", "<p style='a: b'>", "<style>a {}</style>"])
def test_the_styles_of_tables_are_allowed_whatever_is_on_the_page(html: str) -> None:
    """For the sake of attributes, whose hashes count with this word only."""
    hashes = sorted(map(hash_of, STYLES))
    assert directives(web_policy(html))["style-src"] == ["'self'", "'unsafe-hashes'", *hashes]


@pytest.mark.parametrize(
    ("name", "sources"),
    [
        ("default-src", "'none'"),
        ("img-src", "'self' data:"),
        ("connect-src", "'self'"),
        ("manifest-src", "'self'"),
        ("worker-src", "'self'"),
        ("object-src", "'none'"),
        ("base-uri", "'none'"),
        ("form-action", "'none'"),
    ],
)
def test_everything_else_is_the_site_itself_or_nothing(name: str, sources: str) -> None:
    assert directives(web_policy(""))[name] == sources.split()


def test_from_disk_nothing_is_allowed_but_files() -> None:
    sources = {source for all in directives(OFFLINE).values() for source in all}
    assert sources == {"'none'", "'unsafe-inline'", "file:", "data:"}
    assert directives(OFFLINE)["default-src"] == ["'none'"]
    assert directives(OFFLINE)["base-uri"] == directives(OFFLINE)["form-action"] == ["'none'"]


def test_the_policy_stands_before_everything_it_is_for() -> None:
    html = f"{HEAD}\n<script>f()</script></head>{HEAD}"
    assert with_policy(html, "default-src 'none'") == (
        f"{HEAD}\n      "
        """<meta http-equiv="Content-Security-Policy" content="default-src 'none'">\n      """
        '<meta name="referrer" content="no-referrer">'
        f"\n<script>f()</script></head>{HEAD}"
    )


@pytest.mark.parametrize("served", [True, False])
@pytest.mark.parametrize(
    ("name", "html"),
    [
        ("a.html", "<!doctype html><script src='a.js'></script>"),
        ("a.html", f"<script src='a.js'></script>{HEAD}"),
        ("a.html", f"<!doctype html><html><head><script>f()</script>{HEAD}"),
        ("b/a.htm", HEAD),
        ("a.HTML", HEAD),
        ("a.xhtml", HEAD),
    ],
)
def test_a_page_that_can_be_under_no_policy_is_not_published(
    tmp_path: Path, name: str, html: str, served: bool
) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(html, "utf-8")
    with pytest.raises(PublishError, match=f"^{name} "):
        add_policy(tmp_path, served=served)


def test_what_is_refused_is_named_with_its_page(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}.html").write_text("<p onclick='a()'>", "utf-8")
    with pytest.raises(PublishError) as raised:
        refuse_harm(tmp_path)
    said = str(raised.value).splitlines()
    assert said[:2] == ["Not published:", "00.html: a handler 'onclick': <p onclick='a()'>"]
    assert [*tmp_path.iterdir()] == []
    assert said[10:] == ["09.html: a handler 'onclick': <p onclick='a()'>", "and 2 more"]


@pytest.mark.parametrize("config", ["mkdocs.yml", "mkdocs.offline.yml"])
def test_harm_ends_a_build_with_the_page_and_the_text(tmp_path: Path, config: str) -> None:
    """By way of a template, where nothing else stops it; strict or not, and with no traceback."""
    copied = copy_project(tmp_path)
    template = tmp_path / "overrides/404.html"
    template.write_text(
        template.read_text("utf-8").replace("<h1>", "<h1 onclick='harm()'>", 1), "utf-8"
    )
    done = run_build(tmp_path / "site", config=copied.with_name(config))
    assert done.returncode == 1
    assert "404.html: a handler 'onclick': <h1 onclick='harm()'>" in done.stderr
    assert "Traceback" not in done.stderr
