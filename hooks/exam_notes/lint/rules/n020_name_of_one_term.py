"""N020: A name belongs to one term."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.lint.terms import terms
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    """Names are compared without regard to case."""
    owner: dict[str, str] = {}
    for located, term, line in terms(inspection):
        for name in (term.name, *term.aliases):
            if name.casefold() in owner:
                other = owner[name.casefold()]
                yield RULE.at(located.path, line, name=name, other=other, term=term.name)
            owner.setdefault(name.casefold(), term.name)


RULE = Rule(
    code="N020",
    sentence="A name belongs to one term.",
    why="Names and aliases alike; case does not count.",
    place=Place.TERMS,
    bad="""\
## Customer managed key { #customer-managed-key }

Also: CMK

Key that you make yourself.

## AWS KMS { #kms }

Also: CMK

Service that keeps keys.
""",
    good="""\
## Customer managed key { #customer-managed-key }

Also: CMK

Key that you make yourself.

## AWS KMS { #kms }

Service that keeps keys.
""",
    message="'{name}' is a name of '{other}' and of '{term}'; leave it with one of them",
    check=check,
)
