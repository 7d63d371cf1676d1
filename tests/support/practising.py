"""What the browser tests of the practice share: a reader with a browser, over http or from disk."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from exam_notes.exports.practice import asked, rights
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.support.notes import own_docs, site_of

QUESTIONS = site_of(own_docs()).questions
OF_S3 = [question for question in QUESTIONS.values() if question.service == "s3"]
BY_TITLE = {question.title.text: question for question in QUESTIONS.values()}


@dataclass
class Reader:
    """Somebody who practises. `base` is the site's root; `html`: pages go by their file names."""

    context: BrowserContext
    base: str
    html: bool
    errors: list[str] = field(default_factory=list)

    def new_page(self) -> Page:
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda said: self.hear(said.type, said.text))
        page.on(
            "request",
            lambda got: (
                self.hear("", "") if got.url.startswith(self.own) else self.hear("error", got.url)
            ),
        )
        return page

    def hear(self, kind: str, text: str) -> None:
        if kind == "error":
            self.errors.append(text)

    @property
    def own(self) -> tuple[str, ...]:
        return self.base, "blob:", "data:"

    def address(self, path: str, anchor: str = "") -> str:
        return f"{self.base}{path}{'.html' if self.html else '/'}{anchor}"

    def open(self, page: Page, tab: str = "today") -> Page:
        """Open a tab of the practice page, as somebody who comes anew."""
        page.goto("about:blank")
        page.goto(self.address("practice", f"#{tab}"))
        expect(page.locator(".practice-view h2, .practice-card h2").first).to_be_visible()
        return page


def key_of(page: Page) -> str:
    """Return the letters, in the order of the page, of the right options of the question shown."""
    title = page.locator(".practice-card h2").evaluate(OWN_TEXT)
    return rights(BY_TITLE[title])


def choose(box: Page | Locator, letters: str) -> None:
    """Choose options by the letters of the page's order, in whatever order they are shown."""
    for letter in letters:
        box.locator(f".practice-option:has(input[value={letter}])").click()


def wrong(key: str) -> str:
    """Return as many letters as `key` has, not all of which are right."""
    return "".join(sorted({*key[1:], next(x for x in "abcdef" if x not in key)}))


def answer(page: Page, *, right: bool = True, sure: bool = True) -> None:
    """Answer the question that is shown, and wait until it is in the log."""
    key = key_of(page)
    choose(page, key if right else wrong(key))
    if not sure:
        page.get_by_label("I am not sure").check()
    page.get_by_role("button", name="Check").click()
    expect(page.locator(".practice-result")).to_contain_text("Comes again")


def go_on(page: Page) -> None:
    page.locator(".practice-card .practice-primary").click()
    expect(page.locator(".practice-result")).to_have_count(0)


def log_of(page: Page) -> list[str]:
    """Return every record that the browser keeps."""
    lines: list[str] = page.evaluate(READ_LOG)
    return sorted(lines)


def put_log(page: Page, shelves: dict[str, Any]) -> None:
    """Write into the browser's database what any project of the origin could write there."""
    page.evaluate(WRITE_LOG, shelves)


def record(id: str, time: int, *, right: bool = True, mode: str = "p") -> str:
    """Return a record as of a moment (milliseconds)."""
    question = QUESTIONS[id]
    key = rights(question)
    chosen = key if right else wrong(key)
    return f"{base36(time)} {id} {asked(question)} {chosen} {int(right)} s {mode}"


def base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits


def progress_file(log: list[Any], **fields: Any) -> dict[str, Any]:
    """Return a file to be chosen for import."""
    content = {"format": "exam-notes progress", "version": 1, "log": log, **fields}
    return upload(json.dumps(content))


def upload(text: str) -> dict[str, Any]:
    return {"name": "progress.json", "mimeType": "application/json", "buffer": text.encode()}


OWN_TEXT = """heading => {
    const copy = heading.cloneNode(true);
    copy.querySelector(".practice-count")?.remove();
    return copy.textContent.trim();
}"""
_OPEN = """
    const open = async () => {
        const all = await indexedDB.databases();
        const [{ name }] = all.filter(({ name }) => name.endsWith("progress"));
        const request = indexedDB.open(name);
        return new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    };
    const done = (request) =>
        new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
"""
READ_LOG = f"""async () => {{
    {_OPEN}
    const database = await open();
    const shelves = await done(database.transaction("log").objectStore("log").getAll());
    database.close();
    return shelves.join("\\n").split("\\n").filter(Boolean);
}}"""
WRITE_LOG = f"""async (shelves) => {{
    {_OPEN}
    const database = await open();
    const log = database.transaction("log", "readwrite").objectStore("log");
    for (const [name, value] of Object.entries(shelves)) await done(log.put(value, name));
    database.close();
}}"""
