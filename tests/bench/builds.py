"""Measures builds of made-up notes with the hook on and off: seconds, memory, growth.

`make bench` runs it. Each build is a process of its own, and those with and without the hook
alternate, so that what else the machine does falls on both alike.
"""

from __future__ import annotations

import cProfile
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from pathlib import Path
from pstats import Stats

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.bench.corpus import corpus
from tests.bench.table import HEADER, Cost, Row, growth, line, middle

ROOT = Path(__file__).parents[2]
PARTS = ("mkdocs.yml", "hooks", "overrides", "docs/assets")
SIZES = (13, 130, 1_300, 13_000)
SETTINGS = "INHERIT: mkdocs.yml\nnav: null # one line for each page, by name\n"
CONFIGS = {True: SETTINGS, False: f"{SETTINGS}hooks: []\n"}


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="such as 13,130")
    parser.add_argument("--rounds", type=int, help="builds of each kind; 3, from 13,000 on 1")
    parser.add_argument("--profile", type=int, metavar="SIZE", help="say where the time goes")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy_site(folder)
        if options.profile:
            write_notes(folder, options.profile)
            profile(folder)
        else:
            measure_all(folder, [int(size) for size in options.sizes.split(",")], options.rounds)


def copy_site(folder: Path) -> None:
    """Copy everything of the site but its notes."""
    for part in PARTS:
        source = ROOT / part
        (folder / part).parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, folder / part)
    for hook, settings in CONFIGS.items():
        config_of(folder, hook).write_text(settings, "utf-8")


def config_of(folder: Path, hook: bool) -> Path:
    return folder / f"hook-{'on' if hook else 'off'}.yml"


def write_notes(folder: Path, questions: int) -> None:
    shutil.rmtree(folder / "docs/services", ignore_errors=True)
    published = []
    for path, text in corpus(questions).items():
        page = folder / "docs" / path
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, "utf-8")
        if path.startswith("services/"):
            published += re.findall(r"^## .* \{ #(\S+) \}$", text, re.MULTILINE)
    (folder / "docs/published-ids.txt").write_text("\n".join(published), "utf-8")
    (folder / "docs/sources.yml").unlink(missing_ok=True)  # made-up notes cite made-up pages


def measure_all(folder: Path, sizes: list[int], rounds: int | None) -> None:
    write_notes(folder, 1)
    for hook in CONFIGS:  # the first build compiles
        build(folder, hook)
    rows: list[Row] = []
    print(HEADER)
    for questions in sizes:
        write_notes(folder, questions)
        costs: dict[bool, list[Cost]] = {True: [], False: []}
        for _ in range(rounds or (3 if questions < 13_000 else 1)):
            for hook, done in costs.items():
                done.append(build(folder, hook))
        rows.append(Row(questions, middle(costs[True]), middle(costs[False])))
        print(line(rows[-1], growth(rows[-2:])), flush=True)


def build(folder: Path, hook: bool) -> Cost:
    """Build once, in a fresh process."""
    site = folder / "site"
    shutil.rmtree(site, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)]
    unset = dict.fromkeys(("SITE_URL", "REPOSITORY_URL"), "")
    environment = {**os.environ, **unset, "NO_MKDOCS_2_WARNING": "1"}
    start = time.perf_counter()
    process = subprocess.Popen([*command, "-f", config_of(folder, hook)], env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"the build ended with {process.returncode}")
    megabyte = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / megabyte)


def profile(folder: Path) -> None:
    """Build in this process, and print what takes the time: in all, and in the hook."""
    # Only here: the process that measures is to be small.
    from mkdocs.commands.build import build as build_here
    from mkdocs.config import load_config

    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    config = load_config(str(config_of(folder, True)), site_dir=str(folder / "site"))
    profiler = cProfile.Profile()
    profiler.runcall(build_here, config)
    stats = Stats(profiler)
    stats.sort_stats("tottime").print_stats(25)
    stats.sort_stats("cumulative").print_stats(r"hooks/", 25)


if __name__ == "__main__":
    main()
