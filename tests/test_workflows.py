"""What GitHub reads: workflows, forms, dependabot and the problem matcher."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from exam_notes.model import Problem

from tests.notes import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted(GITHUB.glob("workflows/*.yml"))
CHOOSER = GITHUB / "ISSUE_TEMPLATE/config.yml"
FORMS = sorted({*GITHUB.glob("ISSUE_TEMPLATE/*.yml")} - {CHOOSER})
SCHEMAS = {
    "vendor.github-workflows": WORKFLOWS,
    "vendor.github-issue-forms": FORMS,
    "vendor.github-issue-config": [CHOOSER],
    "vendor.dependabot": [GITHUB / "dependabot.yml"],
}
USES = re.compile(r"^\s*(?:- )?uses:\s*(.*)$", re.MULTILINE)
PINNED = re.compile(r"[\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
BAD = """\
name: bad
on: pull_request_target
permissions: write-all
jobs:
  greet:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
      - run: echo "${{ github.event.pull_request.title }}"
"""


def run(program: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a program of the tests' own environment."""
    executable = shutil.which(program, path=str(Path(sys.executable).parent))
    assert executable, f"{program} is not installed beside {sys.executable}"
    command = [executable, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def zizmor(folder: Path) -> subprocess.CompletedProcess[str]:
    return run("zizmor", "--offline", "--no-progress", "--format=json", folder)


def test_zizmor_finds_nothing() -> None:
    done = zizmor(GITHUB)
    assert (done.returncode, json.loads(done.stdout)) == (0, [])


def test_zizmor_finds_what_is_wrong_with_a_bad_workflow(tmp_path: Path) -> None:
    workflows = tmp_path / ".github/workflows"
    workflows.mkdir(parents=True)
    (workflows / "bad.yml").write_text(BAD, "utf-8")
    done = zizmor(tmp_path / ".github")
    found = {finding["ident"] for finding in json.loads(done.stdout)}
    wanted = {"artipacked", "dangerous-triggers", "template-injection", "unpinned-uses"}
    assert (done.returncode, wanted - found) == (14, set())  # 14: a finding of high severity


@pytest.mark.parametrize("schema", SCHEMAS)
def test_file_has_the_form_that_github_expects(schema: str) -> None:
    assert SCHEMAS[schema] != []
    done = run("check-jsonschema", "--builtin-schema", schema, *SCHEMAS[schema])
    assert (done.returncode, done.stdout) == (0, "ok -- validation done\n")


@pytest.mark.parametrize("schema", SCHEMAS)
def test_another_form_is_refused(schema: str, tmp_path: Path) -> None:
    file = tmp_path / "file.yml"
    file.write_text("jobs: none\nbody: none\nblank_issues_enabled: often\n", "utf-8")
    assert run("check-jsonschema", "--builtin-schema", schema, file).returncode == 1


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
