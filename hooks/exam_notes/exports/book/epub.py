"""Puts the pages together into an EPUB 3, with contents, landmarks and metadata."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time
from io import BytesIO
from mimetypes import guess_type
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZipFile

from exam_notes.exports.book.pages import TITLE, Page, pages, picture_file
from exam_notes.exports.export import File
from exam_notes.exports.shown import pictures_shown
from exam_notes.exports.templates import text_file
from exam_notes.exports.zipped import zipped
from exam_notes.index.notes import Notes
from exam_notes.portable import picture_bytes
from exam_notes.surroundings import Surroundings

PATH = "downloads/aws-exam-notes.epub"
ID = f"urn:uuid:{uuid5(NAMESPACE_URL, 'aws-exam-notes')}"
STYLE = "style.css"
COVER = "cover.png"

_HERE = Path(__file__).parent
_XHTML = "application/xhtml+xml"
# https://www.w3.org/community/reports/publishingcg/CG-FINAL-epub-a11y-discov-vocab-20241101/
_ACCESSIBILITY = (
    ("accessMode", "textual"),
    ("accessModeSufficient", "textual"),
    ("accessibilityFeature", "alternativeText"),
    ("accessibilityFeature", "displayTransformability"),
    ("accessibilityFeature", "index"),
    ("accessibilityFeature", "readingOrder"),
    ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "tableOfContents"),
    ("accessibilityHazard", "none"),
    ("accessibilitySummary", "Text with headings and lists. Nothing is told by colour alone."),
)


def book(notes: Notes, surroundings: Surroundings) -> bytes:
    """Return the notes as an EPUB: the same bytes for the same notes and the same day."""
    # Where it is missing, the rest of the build goes on.
    from ebooklib import epub

    made = epub.EpubBook()
    _describe(made, surroundings)
    read = tuple(pages(notes, surroundings))
    for name, content in (*_texts(read), *_files(notes, surroundings)):
        made.add_item(_item(epub, name, content))
    _navigate(epub, made, read)
    target = BytesIO()
    moment = datetime.combine(surroundings.day, time(), UTC)
    options = {"mtime": moment, "play_order": {"enabled": True, "start_from": 1}}
    epub.EpubWriter(target, made, {**options, "landmark_title": "Landmarks"}).write()
    return _equal(target)


def _describe(made: Any, surroundings: Surroundings) -> None:
    made.set_identifier(ID)
    made.set_title(TITLE)
    made.set_language("en")
    made.add_author("The authors of the notes")
    made.add_metadata("DC", "date", surroundings.day.isoformat())
    made.add_metadata("DC", "rights", "Creative Commons Attribution 4.0 (CC BY 4.0)")
    made.add_metadata("DC", "subject", "AWS Certified Developer - Associate")
    made.add_metadata("DC", "description", "Questions with a reason for every option.")
    if surroundings.site_url:
        made.add_metadata("DC", "source", surroundings.site_url)
    for name, value in _ACCESSIBILITY:
        made.add_metadata(None, "meta", value, {"property": f"schema:{name}"})


def _texts(read: Sequence[Page]) -> Iterator[File]:
    yield STYLE, text_file("book", STYLE).encode()
    yield from ((page.file, page.text.encode()) for page in read)


def _files(notes: Notes, surroundings: Surroundings) -> Iterator[File]:
    yield COVER, (_HERE / COVER).read_bytes()
    for url in pictures_shown(notes):
        if content := picture_bytes(surroundings.root, url):
            yield picture_file(url), content


def _item(epub: Any, name: str, content: bytes) -> Any:
    uid = name.replace("/", "-")
    if name == COVER:
        cover = epub.EpubCover(uid=uid, file_name=name)
        cover.content = content
        return cover
    kind = _XHTML if name.endswith(".xhtml") else guess_type(name)[0] or "image/png"
    return epub.EpubItem(uid=uid, file_name=name, media_type=kind, content=content)


def _navigate(epub: Any, made: Any, read: Sequence[Page]) -> None:
    """Add the contents, for readers new and old, and the order of reading."""
    contents = epub.EpubNav(title="Contents")
    contents.add_link(href=STYLE, rel="stylesheet", type="text/css")
    made.add_item(epub.EpubNcx())
    made.add_item(contents)
    cover, title, *rest = read
    made.spine = [cover.file, title.file, contents, *(page.file for page in rest)]
    made.toc = [_entry(epub, page) for page in (title, *rest)]
    made.guide = [
        {"type": "cover", "title": "Cover", "href": cover.file},
        {"type": "toc", "title": "Contents", "href": contents.file_name},
        *({"type": "text", "title": "Questions", "href": page.file} for page in rest[:1]),
        *({"type": "index", "title": p.title, "href": p.file} for p in rest[-1:] if not p.parts),
    ]


def _entry(epub: Any, page: Page) -> Any:
    if not page.parts:
        return epub.Link(page.file, page.title, page.file)
    parts = [
        epub.Link(f"{page.file}#{anchor}", title, f"{page.file}-{anchor}")
        for title, anchor in page.parts
    ]
    return epub.Section(page.title, page.file), parts


def _equal(target: BytesIO) -> bytes:
    """Return the same zip with nothing in it that tells when it was written."""
    with ZipFile(target) as archive:
        files = [(name, archive.read(name)) for name in archive.namelist()]
    return zipped(files, stored=frozenset(["mimetype"]))
