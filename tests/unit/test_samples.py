"""A few pages stand for all."""

from __future__ import annotations

import pytest

from tests.support.samples import samples

ALL = {
    "plain": "<h1>A</h1><p>Text<br>",
    "table": "<h1>B</h1><table class='a'><tr><td>1</td></tr></table>",
    "code": "<h1>C</h1><pre><code><span class='k'>if</span></code></pre>",
}


def test_every_kind_of_element_is_on_one_of_them() -> None:
    assert samples(ALL) == ["code", "plain", "table"]


@pytest.mark.parametrize(
    ("html", "is_new"),
    [
        ("<h1>D</h1><p>Other text", False),
        ("<h1>D</h1><pre><code><span class='other colour'>if</span></code></pre>", False),
        ("<h1>D</h1><p class='a'>Text", True),
        ("<h1>D</h1><table class='a'><tr><td><p>1</td></tr></table>", True),
    ],
)
def test_a_page_more_is_visited_for_a_kind_of_its_own_only(html: str, *, is_new: bool) -> None:
    """With another element, another class, or an element in another one."""
    assert ("more" in samples(ALL | {"more": html})) == is_new
