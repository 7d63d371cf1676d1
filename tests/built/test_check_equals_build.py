"""`make check` and `make build` read the same files, and tell the same problems in the same words.

A build takes a second, so that many damages lie in few sites. Damages that keep others from being
told (bytes that are no text, a page that is missing, mkdocs.yml) have sites of their own.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from exam_notes.commands.cli import main
from exam_notes.commands.project import Project
from exam_notes.lint.settings_values import KNOWN
from mkdocs.config.defaults import MkDocsConfig

from tests.support.builds import ENVIRONMENT, edit
from tests.support.notes import ROOT
from tests.support.small_site import Said, built, small_site

S3 = "services/s3.md"
LINKS = """# Home

[a](nowhere.md) [b](services/s3) [c](services/s3/) [d](terms.md#none) [e](#none) [f](/terms.md)
[g](services/s3.html) [h](mailto:a@b.org) [i](http://b.org/) [j](//b.org/c) ![k](no.png)
![l](assets/images/no.svg) [m](../out.md) [n](<a b.md>) [o](services/) [p](.) [q](Terms.md)
[r](terms.md#S3) [s](services/s3.md#s3-two-writers--nothing) [t](foo@bar.org) [u](..)
[v](te%72ms.md) [w](terms) [x][ref] <b.md> [y](sw.js) [z](notes.json) [aa](assets)

[ref]: nothere.md

## Another { #another }

#### Deep
"""
NAV = (
    "  - Exam: exam.md\n  - Gone: exams.md\n  - gone.md\n  - /terms.md\n  - services/s3.md\n"
    "  - Out: https://example.org/\n  - published-ids.txt\n  - Folder: services/\n"
    "  - assets/notes.css\n"
)
PUBLISHED = b"s3-two-writers\ns3-two-writers\ngone\nx y\na -> b\nb -> a\n\xff\xfe\nc -> none\n->\n"
OPENERS = (
    ("> [!failure]- ", "> \\[!failure]- "),
    ("> - [", "> - [Terms](../terms.md)\n> - [mine](http://b.org/c)\n> - ["),
)


def write(file: Path, content: str | bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())


def links_and_navigation(root: Path) -> None:
    write(root / "docs/index.md", LINKS)
    write(root / "docs/extra.md", "# Extra\n\n<div>\n")
    edit(root / "mkdocs.yml", "  - Exam: exam.md\n", NAV)


def odd_files(root: Path) -> None:
    docs = root / "docs"
    for name in ("README.md", "services/S3.md", "Terms.md", "a.b/c.md", "page.md/inner.md"):
        write(docs / name, "# Page\n")
    for name in ("a b.md", "a#b.md", "a?b.md", "a\nb.md", "\u00e9.md", "x.markdown", "z.MD"):
        write(docs / name, "# Page\n")
    for name in ("exam/index.md", "templates/x.md", "services/templates/x.md", ".hidden/x.md"):
        write(docs / name, "# Page\n")
    for name in ("Thumbs.db", "s3.md~", "x.css", "._s3.md", "services/.s3.md.swp"):
        write(docs / name, b"\x00\xff")
    write(Path(os.fsdecode(os.fsencode(str(docs)) + b"/name-\xff.md")), "# Page\n")
    (docs / "link.md").symlink_to("terms.md")
    (docs / "nothing.md").symlink_to("gone.md")
    (docs / "folder").symlink_to("services")
    (docs / "services/.#s3.md").symlink_to("user@host.1234:1")
    os.mkfifo(docs / "pipe.md")
    os.mkfifo(docs / "pipe.css")


def damaged_texts(root: Path) -> None:
    docs = root / "docs"
    text = (docs / S3).read_text("utf-8")
    for old, new in OPENERS:
        text = text.replace(old, new, 1)
    write(docs / S3, f"title: S3\n\n{text}")
    write(docs / "index.md", "---\ntitle: x\nsearch:\n  exclude: true\n---\n\n# Home\n")
    edit(docs / "terms.md", "Store for", "Also known as: S3 store\n\nStore for")
    edit(docs / "exam.md", ", 100%", " - 100%")
    write(docs / "published-ids.txt", PUBLISHED)
    write(docs / "sources.yml", b"- url: x\n\t- y\n\xff")


def marks_and_line_ends(root: Path) -> None:
    for file in [*(root / "docs").rglob("*.md"), root / "mkdocs.yml"]:
        write(file, b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    edit(root / "docs" / S3, "[!failure]", "[!failur]")
    write(root / "docs/sources.yml", "- url: http://b.org\n  title: []\n  zoo: 1\n- nothing\n")
    edit(root / "docs/exam.md", "100%", "90%")


def no_text(root: Path) -> None:
    write(root / "docs" / S3, b"# Bad \xff\n")
    write(root / "docs/terms.md", "# Caf\u00e9\n".encode("latin-1"))
    write(root / "docs/exam.md", "# The exam\n".encode("utf-16"))


def missing_pages(root: Path) -> None:
    (root / "docs/exam.md").unlink()
    (root / "docs/terms.md").unlink()


def empty_pages(root: Path) -> None:
    for page in (root / "docs").rglob("*.md"):
        write(page, "")


DAMAGES: tuple[tuple[Callable[[Path], None], set[str]], ...] = (
    (links_and_navigation, {"N026", "N029", "N030", "N034", "N035", "N061"}),
    (odd_files, {"N034", "N049"}),
    (damaged_texts, {"N008", "N029", "N036", "N045", "N051", "N062", "N063", "N065"}),
    (marks_and_line_ends, {"N003", "N051", "N062"}),
    (no_text, {"N046"}),
    (missing_pages, {"N064"}),
    (empty_pages, {"N019", "N054", "N062"}),
)


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    return small_site(tmp_path)


@pytest.mark.parametrize(("damage", "codes"), DAMAGES, ids=[d.__name__ for d, _ in DAMAGES])
def test_check_and_build_tell_the_same_problems(
    config: Path, damage: Callable[[Path], None], codes: set[str]
) -> None:
    damage(config.parent)
    checked = {str(problem) for problem in Project(config.parent).problems()}
    said = built(config)
    assert said.problems == checked
    assert {problem.split(": ")[1][:4] for problem in checked} >= codes
    assert [warning for warning in said.warnings if not is_told(warning, checked)] == []


def is_told(warning: str, problems: set[str]) -> bool:
    """Tell whether what MkDocs warns of is a problem of ours too, with its line."""
    link = re.match(r"Doc file '(.*?)' contains (?:a|an .*?) link '(.*?)',", warning)
    if link:
        found = (p for p in problems if p.startswith(f"docs/{link[1]}:"))
        return any(f"'{link[2]}'" in p or f"'{link[2]}'".replace("\\", "") in p for p in found)
    if entry := re.match(r"(?:A reference|An absolute path) to '(.*?)' is included", warning):
        return any(f"nav names '{entry[1]}'" in p or is_missing(entry[1], p) for p in problems)
    if warning.startswith("The following pages exist"):
        pages = warning.partition("\n  - ")[2].split("\n  - ")
        return all(any(is_about(page, p) for p in problems) for page in pages)
    return warning.startswith("Excluding 'README.md'")  # N049 tells its name


def is_missing(page: str, problem: str) -> bool:
    return problem.startswith(f"docs/{page}:1: N064 this page is not there")


def is_about(page: str, problem: str) -> bool:
    return problem.startswith((f"docs/{page}:", "docs/a\\nb.md:"))


def test_the_undamaged_site_is_sound(config: Path) -> None:
    """Else a test above could pass for another reason than its damage."""
    said = built(config)
    assert said.problems == set()
    assert said.warnings == []


SETTINGS = {
    "a tab": ("  - Home", "\t- Home"),
    "an open bracket": ("docs_dir: docs", "docs_dir: [docs"),
    "no name": ("site_name: AWS Developer exam notes\n", ""),
    "nav that is text": ("nav:\n", "nav: index.md\nnavigation:\n"),
    "odd entries of nav": ("  - Home: index.md\n", "  - Home: 3\n  - {a: b, c: d}\n  - Nothing:\n"),
    "an unknown plugin": ("plugins:", "plugins:\n  nosuch: {}"),
    "no plugins": ("plugins:", "plugin:"),
    "an unknown extension": ("  sane_lists: {}", "  sane_lists: {}\n  sane_tables: {}"),
    "no extensions": ("markdown_extensions:", "extensions:"),
    "a wrong option": ("callouts: true", "callout: true"),
    "no hooks": ("hooks: [hooks/hook.py, hooks/publish.py]", ""),
    "hooks turned round": ("hook.py, hooks/publish.py]", "publish.py, hooks/hook.py]"),
    "a hook that is not there": ("hooks/publish.py]", "hooks/publisher.py]"),
    "another theme": ("name: material", "name: nosuch"),
    "no theme": ("theme:\n", "themes:\n"),
    "days in words": ("review_days: 180", "review_days: soon"),
    "a list for extra": ("extra:\n", "extra: []\nextras:\n"),
    "pages left out": ("  /sources.yml", "  /sources.yml\n  /exam.md"),
    "an unknown tag": ("docs_dir: docs", "docs_dir: !DOCS docs"),
    "no word of validation": ("omitted_files: warn", "omitted_files: no"),
}


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_site(tmp_path_factory.mktemp("settings"))


@pytest.fixture
def alone(shared: Path) -> Iterator[Path]:
    """The settings of a site that is not built, put back after each test."""
    content = shared.read_bytes()
    yield shared
    shared.write_bytes(content)


@pytest.mark.parametrize("name", SETTINGS)
def test_damaged_settings_are_told_by_line_before_anything_is_read(
    alone: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """`make build` begins with `settings`; where MkDocs comes as far as our hooks, they tell it."""
    edit(alone, *SETTINGS[name])
    assert main(["--root", str(alone.parent), "check"]) == 1
    checked = capsys.readouterr().out
    assert re.match(r"mkdocs\.yml:\d+: N060 this line ", checked)
    assert main(["--root", str(alone.parent), "settings"]) == 1
    assert capsys.readouterr().out == checked


@pytest.mark.parametrize("name", ["days in words", "no theme"])
def test_what_mkdocs_does_not_stop_at_our_hooks_tell(config: Path, name: str) -> None:
    edit(config, *SETTINGS[name])
    problems = [str(problem) for problem in Project(config.parent).problems()]
    assert "\n".join(problems) in built(config).warnings


def test_settings_in_bytes_that_are_no_text(
    alone: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    alone.write_bytes(alone.read_bytes().replace(b"exam notes", b"exam\n  \xff notes", 1))
    assert main(["--root", str(alone.parent), "check"]) == 1
    found = capsys.readouterr().out
    assert found.startswith("mkdocs.yml:2: N060 this line is not UTF-8; save the file as UTF-8\n")


def test_build_serve_and_offline_begin_with_the_settings() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    rules = dict(re.findall(r"(?m)^(\w+): ([^#\n]*)", makefile))
    assert all("settings" in rules[name].split() for name in ("build", "serve", "offline"))
    assert "-m exam_notes settings" in makefile.split("\nsettings:")[1].split("\n\n")[0]


def test_the_known_settings_are_those_of_mkdocs() -> None:
    """What it takes no longer, and what is given by hand, is no setting."""
    config = MkDocsConfig()
    gone = {name for name, option in config._schema if type(option).__name__ == "Deprecated"}
    own = {name for name, _ in config._schema} - gone - {"config_file_path", "mdx_configs"}
    assert own | {"INHERIT"} == KNOWN


def test_a_difference_would_be_seen() -> None:
    problems = {"docs/index.md:3: N030 link 'a.md' leads nowhere"}
    assert is_told("Doc file 'index.md' contains a link 'a.md', but the target", problems)
    assert not is_told("Doc file 'index.md' contains a link 'b.md', but the target", problems)
    assert not is_told("Doc file 'about.md' contains a link 'a.md', but the target", problems)
    assert not is_told("Config value 'x': Unrecognised", problems)
    assert Said().problems == set()
