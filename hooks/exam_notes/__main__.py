"""`python -m exam_notes`: the commands."""

from __future__ import annotations

import sys

from exam_notes.commands.cli import main

if __name__ == "__main__":
    sys.exit(main())
