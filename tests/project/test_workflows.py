"""What GitHub reads: workflows and the problem matcher. `make lint` holds them against more."""

from __future__ import annotations

import json
import re
import subprocess
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml
from exam_notes.model import Problem

from tests.support.notes import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted(GITHUB.glob("workflows/*.yml"))
USES = re.compile(r"^\s*(?:- )?uses:\s*(.*)$", re.MULTILINE)
PINNED = re.compile(r"[\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_action_is_pinned_by_commit_with_its_version(workflow: Path) -> None:
    used = USES.findall(workflow.read_text("utf-8"))
    assert used != []
    assert [action for action in used if not PINNED.fullmatch(action)] == []


def test_an_action_has_one_version_everywhere() -> None:
    used = {action for file in WORKFLOWS for action in USES.findall(file.read_text("utf-8"))}
    assert len({action.partition("@")[0] for action in used}) == len(used)


@pytest.mark.parametrize(
    "uses",
    [
        "actions/checkout@v7.0.1",
        "actions/checkout@main # v7.0.1",
        "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1",
        "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # newest",
        "actions/checkout@3d3c42e # v7.0.1",
    ],
)
def test_an_action_that_is_not_pinned_would_be_seen(uses: str) -> None:
    assert USES.findall(f"steps:\n  - uses: {uses}\n") == [uses]
    assert not PINNED.fullmatch(uses)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_checkout_leaves_no_token_behind(workflow: Path) -> None:
    jobs = yaml.safe_load(workflow.read_text("utf-8"))["jobs"].values()
    steps = [step for job in jobs for step in job["steps"] if "checkout@" in step.get("uses", "")]
    assert {step["with"]["persist-credentials"] for step in steps} == {False}


def permissions(workflow: str) -> dict[str, dict[str, str]]:
    """Return what each job may do: its own permissions, or else the workflow's."""
    content = yaml.safe_load((GITHUB / "workflows" / workflow).read_text("utf-8"))
    default = content["permissions"]
    return {name: job.get("permissions", default) for name, job in content["jobs"].items()}


def test_a_job_may_do_what_it_needs_and_no_more() -> None:
    read = {"contents": "read"}
    jobs = ("check", "base", "test", "build")
    assert permissions("ci.yml") == dict.fromkeys(jobs, read)
    assert permissions("pages.yml") == {
        "build": {"contents": "read", "pages": "read"},
        "test": read,
        "attest": {"attestations": "write", "id-token": "write"},
        "deploy": {"pages": "write", "id-token": "write"},
        "smoke": {"contents": "read"},
    }
    assert permissions("facts.yml") == {
        "look": read,
        "tell": {"contents": "read", "issues": "write"},
    }


def test_the_watch_runs_by_itself_and_only_one_step_has_a_token() -> None:
    """The job that reads other hosts' pages has none; what it found is handed on as data."""
    content = yaml.safe_load((GITHUB / "workflows/facts.yml").read_text("utf-8"))
    assert content[True].keys() == {"schedule"}  # YAML 1.1 takes `on` for a boolean
    steps = [(name, step) for name, job in content["jobs"].items() for step in job["steps"]]
    with_token = [(name, step) for name, step in steps if "token" in str(step.get("env", ""))]
    assert [name for name, _ in with_token] == ["tell"]
    assert [s["run"] for name, s in steps if name == "tell" and "run" in s] == [
        "python3 -m tests.ci.tell"
    ]


def jobs_of(workflow: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((GITHUB / "workflows" / workflow).read_text("utf-8"))
    jobs: dict[str, Any] = content["jobs"]
    return jobs


def test_what_is_deployed_was_uploaded_before_a_test_ran_and_passed_elsewhere() -> None:
    jobs = jobs_of("pages.yml")
    steps = [step.get("run", step.get("uses", "")) for step in jobs["build"]["steps"]]
    uploads = [n for n, step in enumerate(steps) if "upload-" in step]
    assert [step for step in steps if "make" in step] == ["make dist"]
    assert uploads == [steps.index("make dist") + 1, steps.index("make dist") + 2]
    assert [step["run"] for step in jobs["test"]["steps"] if "run" in step][-1] == "make test"
    assert not any("upload" in step.get("uses", "") for step in jobs["test"]["steps"])
    assert {*jobs["deploy"]["needs"]} == {*jobs["attest"]["needs"]} == {"build", "test"}


def test_only_main_is_published() -> None:
    jobs = jobs_of("pages.yml")
    assert {jobs[name]["if"] for name in ("build", "deploy")} == {"github.ref == 'refs/heads/main'"}
    assert all("if" in job or "needs" in job for job in jobs.values())


def test_what_may_write_runs_nothing_of_the_repository() -> None:
    """No checkout, no download of packages: actions, and one line that compares a hash."""
    for name in ("attest", "deploy"):
        steps = jobs_of("pages.yml")[name]["steps"]
        assert [step for step in steps if "checkout" in step.get("uses", "")] == []
        commands = [step["run"] for step in steps if "run" in step]
        assert all(command.endswith("| sha256sum --check") for command in commands)


def test_the_base_s_rules_run_no_code_of_the_pull_request() -> None:
    """Commands run in the base, or name its programs; the head is given to them to read."""
    steps = jobs_of("ci.yml")["base"]["steps"]
    for step in (step for step in steps if "run" in step):
        assert step.get("working-directory") == "base" or step["run"].startswith(
            ("make -C base ", "base/.venv/bin/python base/tests/ci/")
        )
        if "working-directory" in step:
            assert step["env"]["PYTHONSAFEPATH"] == "1"


def test_code_owners_are_asked_for_whatever_runs() -> None:
    """Every file of the repository but notes and what only people read."""
    lines = (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines()
    owned = [line.split() for line in lines if line and not line.startswith("#")]
    assert len({owner for _, *owners in owned for owner in owners}) == 1
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    without = {name for name in listed if not any(covers(path, name) for path, *_ in owned)}
    others = {name for name in without if not name.endswith(".md")}
    lists = {"docs/deck-times.tsv", "docs/published-ids.txt", "docs/sources.yml"}
    assert others == {"LICENSE"} | lists


def covers(pattern: str, name: str) -> bool:
    """Tell whether a pattern of CODEOWNERS is for a file."""
    path = f"/{name}"
    return path.startswith(pattern) if pattern.endswith("/") else fnmatch(path, pattern)


@pytest.mark.parametrize("file", ["Makefile", "README.md"])
def test_no_package_is_built_when_it_is_installed(file: str) -> None:
    """What is installed runs no code of its own to get there."""
    text = (ROOT / file).read_text("utf-8").replace("$(LOCKED)", LOCKED)
    commands = [line for line in text.splitlines() if "pip install" in line]
    assert commands != []
    assert [line for line in commands if LOCKED not in line] == []


LOCKED = "--require-hashes --only-binary :all:"


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_no_workflow_reads_a_secret_or_runs_with_the_rights_of_the_base(workflow: Path) -> None:
    text = workflow.read_text("utf-8")
    found = re.findall(r"secrets\.|github\.token|pull_request_target|workflow_run", text)
    assert found == (["github.token"] if workflow.name == "facts.yml" else [])


@pytest.mark.parametrize("prefix", ["", "WARNING -  "])
@pytest.mark.parametrize("path", ["docs/services/s3.md", "docs/published-ids.txt"])
def test_problem_matcher_reads_a_problem(prefix: str, path: str) -> None:
    matcher = json.loads((GITHUB / "problem-matcher.json").read_text("utf-8"))
    [pattern] = matcher["problemMatcher"][0]["pattern"]
    line = f"{prefix}{Problem(path, 21, 'N003', 'unknown: 21')}"
    match = re.fullmatch(pattern["regexp"], line)
    assert match
    parts = {part: match[pattern[part]] for part in ("file", "line", "code", "message")}
    assert parts == {"file": path, "line": "21", "code": "N003", "message": "unknown: 21"}
