"""Asks the search of a page, and reads its results as a reader sees them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.support.patience import PATIENCE

Queries = dict[str, list[str]]

FIRST = 3


def queries() -> Queries:
    """Return every query of queries.toml with the ids of which one must be found."""
    kinds = tomllib.loads((Path(__file__).parent / "queries.toml").read_text("utf-8"))
    return {query: ids for kind in kinds.values() for query, ids in kind.items()}


def open_search(page: Page) -> None:
    """Turn to the search; it is ready when this returns."""
    page.locator(".md-search__input").focus()
    page.evaluate(READY)


def ask(page: Page, query: str) -> list[str]:
    """Type a query into the open search; return the ids of its results, as queries.toml counts."""
    return [id_of(address) for address in page.evaluate(ASK, query)]


def search_for(page: Page, words: str) -> None:
    """Search by keyboard, and wait for results, which are those of all the words and of no part.

    The search asks at each key: so all but the last letter come at once, without a key.
    """
    page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.evaluate(READY)
    page.keyboard.insert_text(words[:-1])
    page.keyboard.press(words[-1])
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def id_of(address: str) -> str:
    """Return the anchor of an address; where it has none, the page's path without its ending.

    What is worth remembering has one anchor on every page: it counts as its page.
    """
    path, anchor = urlsplit(address)[2::2]
    page = path.removesuffix(".html").rstrip("/")
    return anchor.removeprefix("figures") or "/".join(page.split("/")[-2:])


# Polls by itself: the policy of the site forbids the evaluation of text, so `wait_for_function`.
UNTIL = f"""
const says = () => document.querySelector(".md-search-result__meta").textContent.trim();
const until = async (test) => {{
  const end = Date.now() + {PATIENCE};
  while (!test(says())) {{
    if (Date.now() > end) throw new Error("the search still says: " + says());
    await new Promise((resolve) => setTimeout(resolve, 1));
  }}
}};
"""
READY = f"async () => {{ {UNTIL} await until((text) => !text.startsWith('Initializing')); }}"
ASK = f"""async (query) => {{
  {UNTIL}
  const input = document.querySelector(".md-search__input");
  for (const text of ["", query]) {{
    input.value = text;
    input.dispatchEvent(new KeyboardEvent("keyup"));
    await until((said) => said.startsWith("Type to start") !== Boolean(text));
  }}
  return [...document.querySelectorAll(".md-search-result__item")].flatMap((item) => {{
    const [page, ...sections] = item.querySelectorAll(":scope > a");
    return (sections.length ? sections : [page]).map((link) => link.href);
  }});
}}"""
