"""N049: What lies in docs/ is on a list, and is what its name says."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.docs_files import file_findings, shown
from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    for path, fault in file_findings(inspection.circumstances.docs_files):
        yield RULE.at(f"docs/{shown(path)}", 1, fault=fault)


RULE = Rule(
    code="N049",
    sentence="What lies in docs/ is on a list, and is what its name says.",
    why=(
        "Everything there is published: a script or a page in HTML would run on the site. Pages "
        "and pictures have names of small letters, digits and hyphens. No symbolic links."
    ),
    place=Place.FILES,
    bad="assets/images/S3 versions.svg",
    good="assets/images/s3-versions.svg",
    message="this file {fault}",
    check=check,
)
