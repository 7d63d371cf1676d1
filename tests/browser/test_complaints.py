"""A page's complaint fails a test; what a browser gives up when the page is left does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.support.complaints import GIVEN_UP, no_complaints


@pytest.mark.parametrize(
    ("event", "script"),
    [
        ("console", "console.error('no')"),
        ("pageerror", "setTimeout(() => { throw new Error('no') })"),
        ("requestfailed", "void fetch('refused').catch(() => 0)"),
    ],
)
def test_a_complaint_is_seen(
    window: Callable[..., Page], address: str, event: Any, script: str
) -> None:
    page = window()
    page.route("**/refused", lambda route: route.abort("connectionrefused"))
    page.goto(address)
    with pytest.raises(AssertionError), no_complaints(page), page.expect_event(event):
        page.evaluate(script)


def test_a_request_that_leaving_cancels_is_none(window: Callable[..., Page], address: str) -> None:
    page = window()
    page.route("**/never-answered", lambda _: None)
    page.goto(address)
    page.evaluate("void fetch('never-answered').catch(() => 0)")
    with no_complaints(page), page.expect_event("requestfailed") as failed:
        page.goto("about:blank")
    assert failed.value.failure == GIVEN_UP
