"""`pack`: packs a built offline copy into one zip."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from exam_notes.commands.command import Command
from exam_notes.commands.project import Project


def pack(_: Project, parsed: Namespace) -> int:
    # Imported here: `check` needs nothing of publishing, and pays for nothing of it.
    from exam_notes.publishing.offline_zip import pack as pack_folder

    pack_folder(parsed.site, parsed.target, os.environ)
    return 0


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("site", type=Path)
    parser.add_argument("target", type=Path)


COMMAND = Command("pack", "pack a built offline copy into a zip", _arguments, pack)
