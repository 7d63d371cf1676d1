"""What the browser tests ask of a page: which pages there are, what is open, what can be seen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from playwright.sync_api import Locator, Page

from tests.support.notes import own_docs, own_site
from tests.support.patience import until
from tests.support.samples import samples

OPTIONS = "details.success, details.failure"
SERVICES = tuple(
    replace(service, url=f"services/{service.slug}/") for service in own_site().services
)
S3 = next(service for service in SERVICES if service.slug == "s3")
# The addresses of all pages, below the project path.
PAGES = (
    *("" if path == "index.md" else f"{re.sub('(/index)?.md$', '', path)}/" for path in own_docs()),
    "404.html",
)
# Those that are read without a network: pages to be printed have all questions once more.
KEPT_PAGES = tuple(path for path in PAGES if not path.startswith("print/"))
_SAMPLES = samples(
    {
        page.path: page.cut.fill(lambda slot: f"<p class={slot.kind}></p>")
        for page in own_site().pages
        if page.path.startswith("services/")
    }
)
# Services whose pages stand for all, and the pages that stand for all: see samples.py. Those to
# be printed have all questions, and tests of their own: test_print_all.py.
SAMPLES = tuple(service for service in SERVICES if f"services/{service.slug}.md" in _SAMPLES)
SAMPLE_PAGES = tuple(
    path
    for path in PAGES
    if not path.startswith(("services/", "print/")) or path in [s.url for s in SAMPLES]
)


def arrive(page: Page, address: str) -> None:
    """Open a page, and wait until Material has set up its parts: then it names their stream."""
    page.goto(address)
    until(lambda: bool(page.evaluate("window.component$ !== undefined")), "Material")


def open_all(page: Page) -> None:
    """Open whatever can be opened in the article."""
    page.locator("article details").evaluate_all("all => all.forEach(one => one.open = true)")


def opened(page: Page) -> list[int]:
    """Return the places of the open options among all options of the page."""
    states: list[bool] = page.locator(OPTIONS).evaluate_all("all => all.map(one => one.open)")
    return [place for place, is_open in enumerate(states) if is_open]


def in_sight(locator: Locator) -> bool:
    """Tell whether the first line of an element is within the window, with nothing over it."""
    return bool(
        locator.evaluate(
            """element => {
                const [line] = element.getClientRects();
                if (!line) return false;
                const there = document.elementFromPoint(line.left + 1, line.top + 1);
                const free = there && (there.contains(element) || element.contains(there));
                return element.checkVisibility() && free && line.top < innerHeight - 16;
            }"""
        )
    )


def expect_in_sight(locator: Locator) -> None:
    """Wait until `in_sight`: a page may still be on its way there."""
    until(lambda: in_sight(locator), f"{locator} in sight")


def expect_opened(page: Page, places: list[int]) -> None:
    """Wait until the options at these places are open, and no others."""
    until(lambda: opened(page) == places, f"options {places}, opened alone,")


def expect_all_opened(page: Page) -> None:
    expect_opened(page, list(range(page.locator(OPTIONS).count())))


def stand_still(page: Page) -> None:
    """End whatever moves, and wait for a picture of that."""
    page.evaluate(STAND_STILL)


STAND_STILL = """async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let moving = [0]; moving.length; await frame()) {
        moving = document.getAnimations().filter(({ playState }) => playState === "running");
        for (const one of moving) {
            if (one.effect.getComputedTiming().endTime === Infinity) one.cancel();
            else one.finish();
        }
    }
    await frame();
}"""


def not_painted(box: Locator, parts: Iterable[str]) -> list[str]:
    """Return the parts of a box that cannot be seen: CSS hides them, and nothing changes."""
    return [part for part in parts if _picture(box) == _picture_without(box, part)]


def _picture_without(box: Locator, part: str) -> bytes:
    box.evaluate(HIDE, f"{part} {{ visibility: hidden !important }}")
    picture = _picture(box)
    box.evaluate(HIDE, "")
    return picture


def _picture(box: Locator) -> bytes:
    """Take a picture that stands still: with transitions ended, and equal to the one before."""
    last = b""
    while last != (last := box.screenshot(animations="disabled")):
        pass
    return last


# The page's content security policy lets no test add a style element.
HIDE = """(_, rule) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rule);
    document.adoptedStyleSheets = [sheet];
}"""
