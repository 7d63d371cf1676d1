"""`make sources`: the whole command, on a small project and a host that answers from memory."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from exam_notes.commands import sources
from exam_notes.commands.cli import main
from exam_notes.watch.fetch import Answer, Fetcher, UnreachedError

from tests.support.small_site import small_site

AWS = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/"
ENTRY = """\
- url: {url}
  title: A page
  says: It says.
  marks: ["412"]
  read: 2026-11-25
"""
NOTE = f"""\
# Amazon S3

## Writes {{ #s3-writes }}

Which?

> [!quote]- Sources, checked 2026-11-25, DVA-C03 1.1
>
> - [A page]({AWS}a.html#part)
"""


class Memory(Fetcher):
    """Answers with the texts of addresses, and is not reached for any other."""

    texts: Mapping[str, str] = {}

    def get(self, url: str, headers: Mapping[str, str]) -> Answer:
        assert headers == {}
        if url not in self.texts:
            raise UnreachedError("no answer in time")
        return Answer(200, url, {"content-type": "text/markdown"}, self.texts[url])


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    small_site(tmp_path)
    (tmp_path / "docs/services/s3.md").write_text(NOTE, "utf-8")
    listed = [f"{AWS}a.html", f"{AWS}b.html", "https://github.com/boto/botocore"]
    entries = "".join(ENTRY.format(url=url) for url in listed)
    (tmp_path / "docs/sources.yml").write_text(entries, "utf-8")
    monkeypatch.setattr(sources, "fetcher", Memory)
    return tmp_path


def run(root: Path, **texts: str) -> int:
    Memory.texts = {f"{AWS}{name}.md": text for name, text in texts.items()}
    return main(["--root", str(root), "sources", "--again", "--json", str(root / "out/found.json")])


def test_pages_that_are_as_they_were_pass(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, a="412", b="412") == 0
    assert capsys.readouterr().out == "2 sound, 1 elsewhere\n"


def test_a_lost_mark_is_told_by_line_and_to_the_watch(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root, a="413", b="412") == 1
    assert capsys.readouterr().out == (
        f"docs/sources.yml:1: lost {AWS}a.html: '412'\n1 sound, 1 lost, 1 elsewhere\n"
    )
    found = json.loads((root / "out/found.json").read_text("utf-8"))["found"]
    assert found == [
        {
            "url": f"{AWS}a.html",
            "state": "lost",
            "marks": ["412"],
            "to": "",
            "questions": ["s3-writes"],
        }
    ]


def test_a_page_that_was_not_read_is_no_failure(root: Path) -> None:
    assert run(root, a="412") == 0


def test_a_run_that_read_nothing_is_a_failure(root: Path) -> None:
    assert run(root) == 1


def test_the_command_says_what_it_fetches_with() -> None:
    asks = sources.fetcher()
    assert asks.origin == ("https", "docs.aws.amazon.com")
    assert (asks.limits.size, asks.limits.seconds) == (2_000_000, 20)
    assert getattr(asks.pace, "seconds", 0) == 1
