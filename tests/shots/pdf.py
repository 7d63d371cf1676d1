"""Writes both forms of the page to print as PDF, tagged and with an outline. `make pdf` runs this.

The built site answers for its own address, so that links in the files lead to where it will stand.
"""

from __future__ import annotations

import sys
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).parents[2]))

from playwright.sync_api import Browser, Route, sync_playwright

from tests.support import chrome

NOWHERE = "http://notes.invalid/"  # where the address of the site is not known
FORMS = {"answers-behind": "print/", "answers-below": "print/answers-below/"}
# A link to a page of a site that stands nowhere leads nowhere.
WITHOUT_LINKS = """(base) => {
    for (const link of document.querySelectorAll("article a[href]"))
        if (link.href.startsWith(base) && !link.getAttribute("href").startsWith("#"))
            link.removeAttribute("href");
}"""


def write_pdf(browser: Browser, site: Path, base: str, url: str, target: Path) -> None:
    """Write the page at `url` of the built `site`, whose address is `base`, into `target`."""

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path.removeprefix(urlsplit(base).path)
        file = site / path / "index.html" if path.endswith("/") or not path else site / path
        if file.is_file():
            route.fulfill(body=file.read_bytes(), content_type=guess_type(file.name)[0])
        else:
            route.abort()

    context = browser.new_context(service_workers="block", java_script_enabled=True)
    context.route("**/*", answer)
    page = context.new_page()
    page.goto(base + url)
    if base == NOWHERE:
        page.evaluate(WITHOUT_LINKS, base)
    page.pdf(path=target, format="A4", prefer_css_page_size=True, tagged=True, outline=True)
    context.close()


def main(site: Path, folder: Path, base: str) -> int:
    """Write the files of the `site` into `folder`; 1 with a message where there is no browser."""
    executable = chrome.find()
    if not executable:
        print("No browser: run tests/support/install.py, or set CHROME to its path.")
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=chrome.ARGUMENTS)
        for name, url in FORMS.items():
            target = folder / f"aws-exam-notes-{name}.pdf"
            write_pdf(browser, site, base, url, target)
            print(f"{target}: {target.stat().st_size / 1_000_000:.1f} MB")
        browser.close()
    return 0


if __name__ == "__main__":
    built, where, address = sys.argv[1:]
    sys.exit(main(Path(built), Path(where), f"{address.rstrip('/')}/" if address else NOWHERE))
