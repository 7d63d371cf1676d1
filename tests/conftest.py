"""One build for all tests that need the site, and one of the copy that is opened from disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from exam_notes.publishing.offline_zip import FOLDER, pack

from tests.support.builds import ENVIRONMENT, UNDER_TEST, build, run_build
from tests.support.notes import ROOT
from tests.support.serving import serve


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is published: built here, or before (SITE_UNDER_TEST)."""
    if UNDER_TEST:
        return ROOT / UNDER_TEST
    return build(tmp_path_factory.mktemp("web") / "site")


@pytest.fixture(scope="session")
def offline_zip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The offline copy as it is published: one zip."""
    folder = tmp_path_factory.mktemp("offline")
    done = run_build(folder / "site", "--strict", config=ROOT / "mkdocs.offline.yml")
    assert done.returncode == 0, done.stderr
    pack(folder / "site", folder / "copy.zip", ENVIRONMENT)
    return folder / "copy.zip"


@pytest.fixture(scope="session")
def offline_copy(offline_zip: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the notes, unpacked below one with spaces and letters beyond ASCII."""
    folder = tmp_path_factory.mktemp("disk") / "Größe & Übung 日本"
    with ZipFile(offline_zip) as archive:
        archive.extractall(folder)
    return folder / FOLDER


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built site is served, ending with the project path."""
    with serve(site) as url:
        yield url
