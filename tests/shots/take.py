"""Takes pictures of the site: a contact sheet to judge, and those that the project shows.

`make shots` runs it. Pictures to judge go to build/shots/, sheet.png has all of them; those of the
README and of link previews take the place of the committed ones.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[2] / "hooks"))

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.support import chrome
from tests.support.builds import build
from tests.support.notes import ROOT
from tests.support.screen import OPTIONS, stand_still
from tests.support.search import search_for
from tests.support.serving import serve

SHOTS = ROOT / "build/shots"
SCREENSHOTS = ROOT / ".github/screenshots"
PREVIEW = ROOT / "docs/assets/images/preview.png"
WIDTHS = (390, 1280)
MODES: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "print": {},
    "contrast": {"forced_colors": "active"},
}
WINDOW = 860
# A page is cut below this; the sheet is for judging looks, not for reading.
TALLEST = 2600
QUESTION = "services/s3/#s3-concurrent-writes"


def _open_first_answers(page: Page) -> None:
    for place in (0, 2):
        page.locator(OPTIONS).nth(place).locator("> summary").click()


def _search(page: Page) -> None:
    search_for(page, "consistency")


class Scene(NamedTuple):
    """A page, and what a reader does there before the picture is taken."""

    path: str
    act: Callable[[Page], None] = lambda _: None


SCENES = {
    "home": Scene(""),
    "s3": Scene("services/s3/", _open_first_answers),
    "ebs": Scene("services/ebs/"),
    "terms": Scene("terms/"),
    "exam": Scene("exam/"),
    "changes": Scene("changes/"),
    "search": Scene("", _search),
    "404": Scene("404.html"),
}


def main() -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chrome.find(), args=chrome.ARGUMENTS)
        with serve(build(Path(folder) / "site")) as address:
            for width, (mode, settings) in product(WIDTHS, MODES.items()):
                _take_scenes(browser, address, width, mode, settings)
            _take_screenshots(browser, address)
        _take_preview(browser)
        _take_sheet(browser)
        browser.close()


def _take_scenes(
    browser: Browser, address: str, width: int, mode: str, settings: dict[str, Any]
) -> None:
    page = _page(browser, width, WINDOW, **settings)
    for name, scene in SCENES.items():
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": width, "height": WINDOW})
        page.goto(address + scene.path)
        scene.act(page)
        page.mouse.move(0, 0)
        if mode == "print":
            page.emulate_media(media="print")
        stand_still(page)
        if name != "search":  # which lies above the page, and belongs to the window
            whole = page.evaluate("scrollTo(0, 0), document.documentElement.scrollHeight")
            page.set_viewport_size({"width": width, "height": min(TALLEST, whole)})
        page.screenshot(path=SHOTS / f"{name}-{width}-{mode}.png")
    page.context.close()


def _take_screenshots(browser: Browser, address: str) -> None:
    """Take the README's: the first question on S3 with one wrong answer opened."""
    desk = _page(browser, 1280, 800)
    _open_question(desk, address)
    _keep(desk, SCREENSHOTS / "question.png")
    desk.context.close()
    phone = _page(browser, 390, 800, color_scheme="dark", device_scale_factor=1.5)
    _open_question(phone, address)
    _keep(phone, SCREENSHOTS / "phone.png")
    phone.context.close()


def _keep(page: Page, file: Path) -> None:
    """Write a picture that is committed: smaller than the browser makes it, without a loss."""
    Image.open(BytesIO(page.screenshot())).save(file, optimize=True)


def _open_question(page: Page, address: str) -> None:
    page.goto(address + QUESTION)
    page.locator(OPTIONS).first.locator("> summary").click()
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")
    stand_still(page)


def _take_preview(browser: Browser) -> None:
    """Take the picture that other sites show beside a link."""
    page = _page(browser, 1200, 630)
    page.goto(Path(__file__).with_name("preview.html").as_uri())
    _keep(page, PREVIEW)
    page.context.close()


def _take_sheet(browser: Browser) -> None:
    """Lay all pictures out on one, a quarter as large: a row for each scene."""
    pictures = {
        scene: "".join(
            f'<img src="{scene}-{width}-{mode}.png" alt="" width="{width // 4}">'
            for width, mode in product(WIDTHS, MODES)
        )
        for scene in SCENES
    }
    rows = "".join(f"<h2>{scene}</h2><div>{images}</div>" for scene, images in pictures.items())
    sheet = SHOTS / "sheet.html"
    sheet.write_text(f"<!doctype html><meta charset=utf-8><style>{SHEET}</style>{rows}", "utf-8")
    page = _page(browser, 1880, 1000)
    page.goto(sheet.as_uri())
    page.screenshot(path=SHOTS / "sheet.png", full_page=True)
    page.context.close()


def _page(browser: Browser, width: int, height: int, **settings: Any) -> Page:
    """Open a window without motion, and without the cache for reading offline."""
    still = {"reduced_motion": "reduce", "service_workers": "block"} | settings
    return browser.new_context(viewport={"width": width, "height": height}, **still).new_page()


SHEET = """
body { margin: 20px; background: #ddd; font: 16px system-ui }
div { display: flex; gap: 8px; align-items: flex-start }
img { box-shadow: 0 0 0 1px #999 }
"""

if __name__ == "__main__":
    main()
