"""What GitHub reads: workflows and the problem matcher. `make lint` holds them against more."""

from __future__ import annotations

import json
import re
from pathlib import Path

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
    assert permissions("ci.yml") == {"check": read, "test": read, "build": read}
    assert permissions("pages.yml") == {
        "build": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
        "smoke": {"contents": "read"},
    }


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_no_workflow_reads_a_secret_or_runs_with_the_rights_of_the_base(workflow: Path) -> None:
    text = workflow.read_text("utf-8")
    assert re.findall(r"secrets\.|github\.token|pull_request_target|workflow_run", text) == []


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
