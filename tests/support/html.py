"""What tests ask of the HTML of a page without a browser."""

from __future__ import annotations

from html.parser import HTMLParser

EMPTY = ("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr")


class Html(HTMLParser):
    """Collects ids, addresses, headings and pictures, and the words outside closed answers."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.levels: list[int] = []  # of headings
        self.pictures: list[str | None] = []  # their texts
        self.words = ""  # of the article, without what a reader has to open
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        self.ids += filter(None, [values.get("id")])
        self.addresses += filter(None, [values.get("href"), values.get("src")])
        if tag == "img":
            self.pictures.append(values.get("alt"))
        elif tag in ("h1", "h2", "h3", "h4", "h5", "h6") and "article" in self._open:
            self.levels.append(int(tag[1]))
        if tag not in EMPTY:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while tag in self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "article" in self._open and ("details" not in self._open or "summary" in self._open):
            self.words += data
