"""The pure model of the practice: types, properties, and a second opinion on its intervals."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from fsrs import Card, Rating, Scheduler

from tests.support import node
from tests.support.notes import DOCS, ROOT

VENDOR = DOCS / "assets/vendor"
BEGIN = datetime(2026, 11, 25, 12, tzinfo=UTC)

Step = tuple[int, int]  # days since the last review, grade


def test_the_model_keeps_its_promises() -> None:
    node.packages()
    done = node.run("node", "--test", "model.test.cjs")
    assert done.returncode == 0, done.stdout
    assert "# pass 0" not in done.stdout


def test_the_types_are_right() -> None:
    compiler = node.packages() / "typescript/bin/tsc"
    done = node.run("node", str(compiler), "-p", "tsconfig.json")
    assert done.returncode == 0, done.stdout


def test_a_wrong_type_would_be_seen(tmp_path: Any) -> None:
    wrong = tmp_path / "wrong.js"
    wrong.write_text("/** @type {number} */\nconst share = shuffled([], 'seed');\n")
    settings = {
        "extends": str(node.HERE / "tsconfig.json"),
        "include": [str(DOCS / "assets/practice/*.js"), str(wrong)],
        "files": [str(node.HERE / "globals.d.ts")],
    }
    (tmp_path / "tsconfig.json").write_text(json.dumps(settings))
    compiler = node.packages() / "typescript/bin/tsc"
    done = node.run("node", str(compiler), "-p", str(tmp_path / "tsconfig.json"))
    assert "wrong.js(2,7): error TS2322" in done.stdout


def test_the_scheduler_is_the_one_of_the_package() -> None:
    package = node.packages() / "ts-fsrs"
    ours = (VENDOR / "ts-fsrs.js").read_bytes()
    assert ours == (package / "dist/index.umd.js").read_bytes()
    assert (VENDOR / "ts-fsrs.LICENSE.txt").read_text().endswith((package / "LICENSE").read_text())
    version = json.loads((package / "package.json").read_text())["version"]
    record = (VENDOR / "ts-fsrs.LICENSE.txt").read_text()
    assert f"ts-fsrs {version}" in record
    assert sha256(ours).hexdigest() in record


def test_no_lock_file_names_the_host_of_a_registry() -> None:
    lock = json.loads((node.HERE / "package-lock.json").read_text())
    assert lock["packages"]["node_modules/ts-fsrs"]["integrity"].startswith("sha512-")
    assert [name for name, entry in lock["packages"].items() if "resolved" in entry] == []


def histories(count: int) -> list[list[Step]]:
    """Return made-up histories: a first review, then others after some days."""
    random = Random(13)
    days = (0, 1, 2, 3, 7, 20, 60, 200)
    return [
        [(0, random.choice((1, 2, 3)))]
        + [(random.choice(days), random.choice((1, 2, 3))) for _ in range(random.randrange(1, 8))]
        for _ in range(count)
    ]


def intervals_here(all_steps: list[list[Step]]) -> list[list[int]]:
    script = """
        const model = require("./load.cjs");
        const intervals = (steps) => {
            let memory = null;
            return steps.map(([days, grade]) => {
                memory = model.remembered(memory, days, grade);
                return model.intervalOf(memory);
            });
        };
        console.log(JSON.stringify(JSON.parse(process.argv[1]).map(intervals)));
    """
    done = node.run("node", "-e", script, json.dumps(all_steps))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def intervals_by_fsrs(steps: list[Step]) -> list[int]:
    """What the Python package says; without steps of minutes, which we have not got either."""
    scheduler = Scheduler(
        desired_retention=0.9,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=365,
        enable_fuzzing=False,
    )
    card, now = Card(), BEGIN
    intervals = []
    for days, grade in steps:
        now += timedelta(days=days)
        card, _ = scheduler.review_card(card, Rating(grade), now)
        intervals.append((card.due - now).days)
    return intervals


def test_another_implementation_gives_the_same_intervals() -> None:
    all_steps = histories(200)
    ours = intervals_here(all_steps)
    assert ours == [intervals_by_fsrs(steps) for steps in all_steps]
    assert any(b > a for steps in ours for a, b in pairwise(steps))


@pytest.mark.parametrize("file", sorted((DOCS / "assets/practice").glob("*.js")), ids=str)
def test_only_the_files_that_may_know_the_page_do(file: Any) -> None:
    """The model is pure: neither page nor storage nor clock nor chance."""
    model = (ROOT / "tests/practice/load.cjs").read_text()
    if f'"{file.stem}"' not in model:
        pytest.skip("a view or the store")
    impure = ("document", "localStorage", "indexedDB", "Date.now", "Math.random", "location")
    assert [word for word in impure if f"{word}." in f"{file.read_text()}."] == []
