"""What the system refuses is told in one sentence with the way out: never a traceback."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from exam_notes.commands.cli import main
from exam_notes.refusal import busy_port

from tests.support.builds import ENVIRONMENT, edit, run_build
from tests.support.notes import ROOT
from tests.support.small_site import small_site


def test_a_busy_port_is_told_before_anything_is_built() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
        done = subprocess.run(
            command, cwd=ROOT, env=os.environ | ENVIRONMENT, capture_output=True, text=True
        )
    assert done.returncode == 1
    assert done.stdout.strip() == (
        f"Port {port} of 127.0.0.1 cannot be served: address already in use. Stop what is there, "
        f"or write make serve PORT={port + 1}."
    )
    assert "Traceback" not in done.stderr


def test_a_free_port_is_not_told() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        port = other.getsockname()[1]
    assert busy_port("127.0.0.1", port) == ""


def test_a_folder_that_cannot_be_written_ends_a_build_with_a_sentence(tmp_path: Path) -> None:
    """A file stands where the folder should be: that holds for the administrator too."""
    config = small_site(tmp_path)
    (tmp_path / "file").write_text("", "utf-8")
    done = run_build(tmp_path / "file/site", config=config)
    assert done.returncode == 1
    assert "could not be read or written: not a directory. Look" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_a_page_that_cannot_be_written_ends_the_mending_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    small_site(tmp_path)
    page = tmp_path / "docs/services/s3.md"
    edit(page, "> [!failure]- ", ">[!failure]-")

    def refuse(file: Path, _: bytes) -> int:
        raise PermissionError(13, "Permission denied", str(file))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    assert main(["--root", str(tmp_path), "check", "--fix"]) == 1
    assert capsys.readouterr().out == (
        f"'{page}' could not be read or written: permission denied. Look whether it is yours and "
        "its disk has room, then run this again.\n"
    )
