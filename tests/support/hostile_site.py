"""A small site whose pages hold everything of `hostile.py` that a build takes."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.support import hostile
from tests.support.builds import copy_project
from tests.support.casebook import BASE

HOME = """\
# Home

<!-- exam-notes: start -->

<!-- exam-notes: domains -->

<!-- exam-notes: services -->

<!-- exam-notes: changes -->

<!-- exam-notes: freshness -->

<!-- exam-notes: downloads -->
"""
OWN = {
    "index.md": HOME,
    "practice.md": "# Practice\n\n<!-- exam-notes: practice -->\n",
    "print.md": "# Print\n\n<!-- exam-notes: print-behind -->\n",
}
PUBLISHED = f"""\
s3-old -> s3-zebra
__config -> s3-zebra
s3-x"onclick="{hostile.HARM} -> s3-zebra
s3-<script>{hostile.HARM}</script> -> s3-zebra
"""


def inert_pages() -> dict[str, str]:
    """Return pages, by path below docs/, with all that the check lets pass."""
    whole = {f"inert-{n}.md": text for n, text in enumerate(hostile.INERT_PAGES)}
    return {
        "about.md": "# A\n\n" + "\n\n".join(hostile.INERT) + "\n",
        "services/s3.md": hostile.QUESTION,
        "terms.md": f"{BASE['terms.md']}\n" + "\n\n".join(hostile.INERT_TERMS) + "\n",
    } | whole


def told_pages() -> dict[str, str]:
    """Return pages, by path below docs/, with what the check tells and a build renders."""
    printed = hostile.TOLD_PAGES["N045"][:4]  # the theme knows these
    whole = {f"told-front-{n}.md": text for n, text in enumerate(printed)}
    codes = ("N026", "N044", "N008", "N047", "N048")
    lists = {f"told-{code.lower()}.md": hostile.TOLD[code] for code in codes}
    return whole | {path: "# A\n\n" + "\n\n".join(texts) + "\n" for path, texts in lists.items()}


def write_project(root: Path, pages: Mapping[str, str]) -> Path:
    """Write a project whose notes are `pages`; return its mkdocs.yml."""
    config = copy_project(root)
    _empty(root / "docs")
    notes = {**BASE, **OWN, **pages}
    for path, content in {**notes, "published-ids.txt": PUBLISHED}.items():
        (root / "docs" / path).parent.mkdir(exist_ok=True)
        (root / "docs" / path).write_text(content, "utf-8")
    nav = "".join(f"  - {path}\n" for path in notes)
    settings = re.sub(
        r"\nnav:\n.*?\n(?=\n)", f"\nnav:\n{nav}", config.read_text("utf-8"), flags=re.DOTALL
    )
    config.write_text(settings, "utf-8")
    return config


def _empty(docs: Path) -> None:
    """Leave what lies beside notes: scripts, styles and pictures."""
    for page in docs.rglob("*.md"):
        page.unlink()
    shutil.rmtree(docs / "print")
    (docs / "sources.yml").unlink()
