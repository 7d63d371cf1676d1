"""Whatever Markdown, front matter, terms, file names and settings allow, in hostile form: the check
tells it at its line, or nothing comes of it.

Four walls stand one behind the other, and each is tested without those behind it: the check, the
reading that knows no HTML, the gate that ends a build, and (elsewhere) the policy of the pages,
which is switched off here, so that it hides nothing. `tests/support/hostile.py` has the constructs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import ZipFile

import pytest
from exam_notes.commands.project import Project
from exam_notes.lint.check import problems_of
from exam_notes.lint.circumstances import Circumstances
from exam_notes.lint.docs_files import shown
from exam_notes.lint.view import ALL_VIEWS
from exam_notes.model import Problem
from exam_notes.publishing.gate import Gate
from exam_notes.publishing.offline_zip import FOLDER, pack
from exam_notes.reading.alone import read_page
from exam_notes.reading.page_text import read_page_text
from exam_notes.reading.published import read_published
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Frame, Page, Request, expect

from tests.support import hostile
from tests.support.builds import ENVIRONMENT, copy_project, edit, run_build
from tests.support.casebook import BASE
from tests.support.hostile_site import inert_pages, told_pages, write_project
from tests.support.inert import UNCLEAR, faults_of
from tests.support.notes import EXTENSIONS, SETTINGS, TODAY, site_of
from tests.support.patience import patient
from tests.support.search import ask, open_search
from tests.support.serving import serve

LISTED = read_published("docs/published-ids.txt", "")
SMALL = {**BASE, "index.md": "# Home\n"}
FILES = frozenset([*SMALL, "assets/images/logo.svg"])
CODES = sorted({code for code, _, _ in hostile.told()})


def pages_told(code: str) -> list[tuple[str, str]]:
    """Return path and text of the pages that are told under a code."""
    return [(path, text) for told_code, path, text in hostile.told() if told_code == code]


def told(path: str, text: str) -> list[Problem]:
    """Return the problems, without hints, of a page that lies over a small valid site."""
    notes = site_of({**SMALL, path: text})
    found = problems_of(notes, Circumstances(TODAY, LISTED, ALL_VIEWS, files=FILES | {path}))
    return [p for p in found if p.path == f"docs/{path}" and not p.hint]


def rendered(path: str, text: str) -> str:
    """Return the HTML that the reading makes of a page, with nothing woven in."""
    source = read_page_text(text.encode(errors="surrogatepass"), SETTINGS.limits)
    segments = read_page(path, source, EXTENSIONS).cut.segments
    return "".join(segment for segment in segments if isinstance(segment, str))


def running(faults: list[str]) -> list[str]:
    """Return the faults that do harm by themselves, without those of links to be followed."""
    return [fault for fault in faults if UNCLEAR not in fault]


# The first wall: the check.


@pytest.mark.parametrize("code", CODES)
def test_the_check_tells_it_at_its_line(code: str) -> None:
    for path, text in pages_told(code):
        found = [(problem.code, problem.line) for problem in told(path, text)]
        assert (code, hostile.line_of(text)) in found, text


def test_it_tells_files_by_their_paths(tmp_path: Path) -> None:
    copy_project(tmp_path)
    for path, content in hostile.TOLD_FILES.items():
        (tmp_path / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / path).write_text(content, "utf-8")
    (tmp_path / "docs/link.md").symlink_to("/proc/self/environ")
    found = {(p.path, p.line) for p in Project(tmp_path).problems() if p.code == "N049"}
    names = [*hostile.TOLD_FILES, "link.md"]
    assert {(f"docs/{shown(path)}", 1) for path in names} - found == set()


# The second and the third: the reading, and the gate.


@pytest.mark.parametrize("code", CODES)
def test_where_nobody_heeds_the_check_it_is_inert_or_ends_the_build(code: str) -> None:
    """And the reading lets nothing through but addresses that run, and pictures from elsewhere."""
    for path, text in pages_told(code):
        html = rendered(path, text)
        if faults := running(faults_of(html)):
            assert code in ("N027", "N028", "N029"), (text, faults)
            assert [*Gate().refused(html)] != [], text


def test_settings_that_name_another_host_are_told_at_their_lines(tmp_path: Path) -> None:
    config = write_project(tmp_path, {})
    lines = {edit(config, old, new): new for old, new in hostile.TOLD_SETTINGS}
    found = {p.line for p in Project(tmp_path).problems() if hostile.HOST in str(p)}
    assert len(found) == len(lines) == len(hostile.TOLD_SETTINGS)


def test_settings_that_bring_harm_end_the_build(tmp_path: Path) -> None:
    config = write_project(tmp_path, {})
    for old, new in hostile.SETTINGS:
        edit(config, old, new)
    done = run_build(tmp_path / "site", config=config)
    refused = [line for line in done.stderr.splitlines() if line.startswith("404.html: ")]
    assert done.returncode == 1
    assert [sign for sign in hostile.REFUSED if not any(sign in line for line in refused)] == []


# All of it in a browser.


@dataclass
class Witness:
    """Notes what leaves a browser's pages, and where they go. `own` begins our addresses."""

    own: str
    foreign: list[str] = field(default_factory=list)
    visited: list[str] = field(default_factory=list)

    def asked(self, request: Request) -> None:
        if not request.url.startswith((self.own, "data:", "blob:")):
            self.foreign.append(request.url)

    def went(self, frame: Frame) -> None:
        self.visited.append(frame.url)


@dataclass(frozen=True)
class Copy:
    """A built copy of the hostile site, and where a browser finds it."""

    folder: Path
    address: str

    @property
    def pages(self) -> list[str]:
        files = sorted(self.folder.rglob("*.html"))
        return [self.address + file.relative_to(self.folder).as_posix() for file in files]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("hostile")
    write_project(root, inert_pages() | told_pages())
    return root


@pytest.fixture(scope="module", params=["mkdocs.yml", "mkdocs.offline.yml"])
def copy(request: pytest.FixtureRequest, project: Path) -> Iterator[Copy]:
    """The site, and the copy that is opened from disk."""
    folder = project / f"built from {request.param}"
    done = run_build(folder, config=project / request.param)
    warnings = [line for line in done.stderr.splitlines() if line.startswith(("WARNING", "ERROR"))]
    assert done.returncode == 0, done.stderr
    told_elsewhere = re.compile("told-|published-ids.txt:|terms.md:.* N065 ")
    assert [line for line in warnings if not told_elsewhere.search(line)] == []
    if "offline" in request.param:
        disk = unpacked(folder)
        yield Copy(disk, f"{disk.as_uri()}/")
    else:
        with serve(folder) as address:
            yield Copy(folder, address)


def unpacked(site: Path) -> Path:
    """Return the folder that a reader of the offline copy has."""
    pack(site, site / "copy.zip", ENVIRONMENT)
    with ZipFile(site / "copy.zip") as archive:
        archive.extractall(site / "disk")
    return site / "disk" / FOLDER


@contextmanager
def witnessed(browser: Browser, copy: Copy) -> Iterator[tuple[Page, Witness]]:
    """Open a window without a policy; fail where something left it, or a page has gone."""
    context = patient(browser.new_context(bypass_csp=True, service_workers="block"))
    page, witness = context.new_page(), Witness(copy.address)
    context.on("request", witness.asked)
    page.on("framenavigated", witness.went)
    yield page, witness
    page.wait_for_load_state("networkidle")
    pages = [p.url for p in context.pages]
    context.close()
    assert witness.foreign == []
    assert [url for url in witness.visited if not url.startswith((copy.address, "about:"))] == []
    assert len(pages) == 1


# What did harm or could: of elements, attributes and addresses the browser's own opinion counts.
FAULTS = """() => {
    const found = window.harm === undefined ? [] : ["window.harm"];
    const REFUSED = "iframe, object, embed, base, math, form[action], article script:not([src])";
    const inside = document.querySelectorAll("article, article *, title, nav *, .md-search *");
    for (const element of inside) {
        if (element.matches(REFUSED)) found.push(element.outerHTML);
        for (const { name, value } of element.attributes)
            if (/^(on.*|ping|srcset)$/.test(name)) found.push(`${name}=${value}`);
        if (element.matches("a[href]") && !/^(https?|file|mailto):$/.test(element.protocol))
            found.push(element.href);
    }
    const refreshed = document.querySelectorAll("meta[http-equiv=refresh], base");
    found.push(...[...refreshed].map((element) => element.outerHTML));
    const names = ["__config", "__search", "__palette", "__md_scope"];
    const twice = names.filter((id) => document.querySelectorAll(`[id="${id}"]`).length > 1);
    return [...found, ...twice];
}"""


def test_no_page_does_harm(browser: Browser, copy: Copy) -> None:
    with witnessed(browser, copy) as (page, witness):
        for url in copy.pages:
            page.goto(url)
            assert page.evaluate(FAULTS) == [], url
            assert page.url.startswith(url.removesuffix("index.html")), url
        assert len(witness.visited) == len(copy.pages) > 20


def test_nor_does_what_the_search_finds(browser: Browser, copy: Copy) -> None:
    with witnessed(browser, copy) as (page, _):
        page.goto(f"{copy.address}index.html")
        open_search(page)
        for query, hits in {
            "zaa": 1,
            "zbb": 1,
            "zcc": 1,
            "zebra": 1,
            "script": 1,
            "img": 1,
        }.items():
            assert len(ask(page, query)) >= hits, query
            assert page.evaluate(FAULTS) == []


def test_nor_does_a_question_that_is_practised(browser: Browser, copy: Copy) -> None:
    with witnessed(browser, copy) as (page, _):
        [practice] = [url for url in copy.pages if "practice" in url]
        page.goto(practice)
        page.get_by_role("button", name="Begin").click()
        page.locator(".practice-option").first.click()
        page.get_by_role("button", name="Check").click()
        expect(page.locator(".practice-result")).to_be_visible()
        assert page.evaluate(FAULTS) == []


# Combined and nested. The judge is the parser of `tests/support/inert.py`.

LEAVES = (
    *(text for texts in hostile.TOLD.values() for text in texts),
    *hostile.INERT,
    *(f"&lt;{hostile.SCRIPT[1:]}", "<!--", "-->", "--!>", "<!-->", "`", "``", hostile.TICKS, "~~~"),
    *("[A](", ")", "[", "]", "](", "![", "<", ">", "{", "}", "{: ", '"', "'", "\\", "&", ";"),
    *("javascript:", "java\tscript:", "&#106;avascript:", "//b.invalid/", "data:text/html,"),
    *(f"onclick='{hostile.HARM}'", "{ #__config }", "\x02stx\x03", "\x02wzxhzdk:0\x03", "---"),
    *("<exam-notes at='here places a'>", "<!-- exam-notes: services -->", "[b]: javascript:harm"),
)


def within(before: str, after: str = "", indent: str = "") -> Callable[[str], str]:
    """Return what puts a text between two others, each further line behind an indent."""
    return lambda text: before + text.replace("\n", f"\n{indent}") + after


NESTS: Mapping[str, Callable[[str], str]] = {
    "quote": within("> ", indent="> "),
    "item": within("- ", indent="    "),
    "number": within("1. ", indent="    "),
    "heading": within("## ", " { #a }"),
    "bold": within("**", "**"),
    "code": within("`", "`"),
    "text of a link": within("[", "](exam.md)"),
    "address": within("[A](", ")"),
    "address in angle brackets": within("[A](<", ">)"),
    "title of a link": within('[A](exam.md "', '")'),
    "definition": within("[A][b]\n\n[b]: "),
    "text of a picture": within("![", "](assets/images/logo.svg)"),
    "address of a picture": within("![A](", ")"),
    "autolink": within("<", ">"),
    "cell": within("| A | B |\n|---|---|\n| ", " | b |"),
    "title of a callout": within("> [!note] "),
    "callout": within("> [!note] A\n>\n> ", indent="> "),
    "fence": within(f"{hostile.TICKS}text\n", f"\n{hostile.TICKS}"),
    "title of a fence": within(f'{hostile.TICKS}text title="', f'"\nA\n{hostile.TICKS}'),
    "comment": within("<!-- ", " -->"),
    "braces": within("A { ", " }"),
    "attribute": within("<b title='", "'>"),
    "element": within("<p>", "</p>"),
    "front matter": within("---\ntitle: ", "\n---\n\n# A"),
}


def mixed(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Draw a text in a nest, two behind each other, or one within another."""
    nested = st.builds(lambda nest, text: nest(text), st.sampled_from([*NESTS.values()]), inner)
    joined = st.builds(lambda a, by, b: a + by + b, inner, st.sampled_from(JOINTS), inner)
    return nested | joined | st.builds(_inside, inner, inner, st.integers(0, 40))


def _inside(outer: str, inner: str, at: int) -> str:
    return outer[:at] + inner + outer[at:]


JOINTS = ("", " ", "\n", "\n\n", "\n    ", "\n> ", "<!-- -->")
TEXTS = st.recursive(st.sampled_from(LEAVES), mixed, max_leaves=4)

# The same texts at every run: a failure is a failure for everybody.
thorough = settings(
    max_examples=250,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
)


@thorough
@given(TEXTS, st.sampled_from(["about.md", "terms.md", "services/s3.md"]))
def test_however_they_are_nested_they_are_told_or_inert(text: str, path: str) -> None:
    html = rendered(path, text)
    faults = faults_of(html)
    if faults:
        assert told(path, text) != [], faults
    if running(faults):
        assert [*Gate().refused(html)] != [], faults
