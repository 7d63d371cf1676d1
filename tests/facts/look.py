"""What the weekly watch hands on: facts that do not hold, and what became of the cited pages.

usage: python -m tests.facts.look PAGES.json, which `make sources` has written. Prints one line,
`found=` and a small JSON, as a step's output on GitHub wants it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.facts.models import BOTOCORE, HERE, Fact, Models, facts_in

FORMAT = 1
MOST = 20
LONGEST = 200
MOST_PARTS = 10


def main(arguments: Sequence[str]) -> int:
    file = Path(arguments[0])
    pages = json.loads(file.read_text("utf-8")) if file.is_file() else None
    found = found_by(BOTOCORE, version("botocore"), facts_in(HERE), pages)
    print(f"found={json.dumps(found)}")
    return 0


def found_by(
    models: Models, release: str, facts: Sequence[Fact], pages: dict[str, Any] | None
) -> dict[str, Any]:
    """Return what the watch tells. Of many findings the first are told, and all are counted."""
    broken = [(fact, faults) for fact in facts if (faults := models.faults(fact))]
    read = pages or {"counts": {}, "found": []}
    return {
        "format": FORMAT,
        "botocore": release,
        "facts": len(facts),
        "broken": len(broken),
        "broken_facts": [_fact(fact, faults) for fact, faults in broken[:MOST]],
        "counts": read["counts"],
        "pages": [_page(page) for page in read["found"][:MOST]],
    }


def _fact(fact: Fact, faults: Sequence[str]) -> dict[str, Any]:
    return {
        "question": fact.question,
        "fact": fact.sentence[:LONGEST],
        "faults": [fault[:LONGEST] for fault in faults[:MOST_PARTS]],
    }


def _page(page: dict[str, Any]) -> dict[str, Any]:
    marks = [mark[:LONGEST] for mark in page["marks"][:MOST_PARTS]]
    return {**page, "marks": marks, "questions": page["questions"][:MOST_PARTS]}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
