"""Fragments of HTML as XHTML, which is what a book is made of."""

from __future__ import annotations

from markupsafe import Markup


def xhtml(html: str) -> Markup:
    """Return `html`, as a browser would read it, in the syntax of XML."""
    # lxml comes with ebooklib, without which there is no book.
    from lxml import etree
    from lxml.html import fragment_fromstring

    element = fragment_fromstring(html, create_parent="div")
    text = etree.tostring(element, encoding="unicode", method="xml")
    return Markup(text.removesuffix("<div/>").removeprefix("<div>").removesuffix("</div>"))  # noqa: S704
