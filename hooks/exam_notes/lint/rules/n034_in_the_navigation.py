"""N034: A page stands in the navigation."""

from __future__ import annotations

from collections.abc import Iterator

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.rule import Place, Rule
from exam_notes.model import Problem


def check(inspection: Inspection) -> Iterator[Problem]:
    navigation = inspection.circumstances.navigation
    for located in inspection.pages:
        if navigation is not None and located.page.path not in navigation:
            yield RULE.at(located.path, 1, page=located.page.path)


RULE = Rule(
    code="N034",
    sentence="A page stands in the navigation.",
    why="Under `nav` in `mkdocs.yml`, for the page `docs/services/s3.md`.",
    place=Place.NAVIGATION,
    bad="""\
- services/rds.md
- services/x-ray.md
""",
    good="""\
- services/rds.md
- services/s3.md
- services/x-ray.md
""",
    message="this page is not in the navigation; add '- {page}' to `nav` in mkdocs.yml",
    check=check,
)
