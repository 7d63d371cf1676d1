"""`explain N017`: prints what a rule says, with a bad and a good example."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from exam_notes.commands.command import Command
from exam_notes.commands.project import Project
from exam_notes.lint.rules import RULES
from exam_notes.lint.view import as_markdown


def explain(_: Project, parsed: Namespace) -> int:
    """Print the rules that were named, all of them where none was."""
    known = {rule.code: rule for rule in RULES}
    codes = [code.upper() for code in parsed.codes] or [*known]
    if unknown := [code for code in codes if code not in known]:
        print(f"There is no rule {', '.join(unknown)}; write one of {', '.join(known)}.")
        return 1
    print("\n\n".join(f"# {code}\n\n{as_markdown(known[code])}" for code in codes))
    return 0


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("codes", nargs="*", metavar="CODE", help="such as N017; all by default")


COMMAND = Command("explain", "say what a rule wants, and why", _arguments, explain)
