"""What the browser tests ask of a page: which pages there are, what is open, what can be seen."""

from __future__ import annotations

from dataclasses import replace

from playwright.sync_api import Locator, Page

from tests.notes import own_docs, site_of

OPTIONS = "details.success, details.failure"
SERVICES = tuple(
    replace(service, url=f"services/{service.slug}/") for service in site_of(own_docs()).services
)
S3 = next(service for service in SERVICES if service.slug == "s3")
# The addresses of all pages, below the project path.
PAGES = (
    *("" if path == "index.md" else path.replace(".md", "/") for path in own_docs()),
    "404.html",
)


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


def is_painted(box: Locator, part: str) -> bool:
    """Tell whether a part of a box can be seen: when CSS hides it, the picture changes."""
    before = box.screenshot()
    box.evaluate(HIDE, f"{part} {{ visibility: hidden !important }}")
    after = box.screenshot()
    box.evaluate(HIDE, "")
    return before != after


# The page's content security policy lets no test add a style element.
HIDE = """(_, rule) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rule);
    document.adoptedStyleSheets = [sheet];
}"""
