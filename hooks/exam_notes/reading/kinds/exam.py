"""Reads docs/exam.md, the one place where the exam's domains and tasks are written down."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from exam_notes.marks import here
from exam_notes.model import Domain, Exam, Skill, Task
from exam_notes.paths import EXAM
from exam_notes.reading.kinds.kind import Found, Kind, PageTree
from exam_notes.reading.outline import Heading, SkillOutline
from exam_notes.reading.tree import passage

CODE = re.compile(r"\b[A-Z]{3}-C\d{2}\b")
DOMAIN = re.compile(r"Domain (\d+): (.+), (\d+) ?%")
TASK = re.compile(r"(\d+\.\d+) (.+)")
SKILL = re.compile(r"(\d+\.\d+\.\d+) (.+)", re.DOTALL)


def read_exam_page(page: PageTree) -> Found:
    """Leave a slot for the questions of every task and every skill, in place."""
    children: list[Element] = []
    task = ""
    for element in [*page.root]:
        if element.tag in ("h1", "h2", "h3"):
            children += [here("task", task)] if task else []
            match = TASK.fullmatch(passage(element, page.md).text)
            task = match.group(1) if match else ""
        children.append(element)
    page.root[:] = [*children, here("task", task)] if task else children
    return Found(skills=tuple(_skills(page)))


def _skills(page: PageTree) -> Iterator[SkillOutline]:
    """Read each item of a list that begins with the number of a skill, and give it an address."""
    for item in page.root.iter("li"):
        if match := SKILL.fullmatch(passage(item, page.md).text):
            anchor = f"skill-{match[1].replace('.', '-')}"
            item.set("id", anchor)
            item.append(here("skill", match[1]))
            yield SkillOutline(match[1], match[2], anchor)


def exam_of(headings: Iterable[Heading], skills: Iterable[SkillOutline] = ()) -> Exam:
    """Return the exam that the headings of the exam page and its lists of skills describe."""
    exam = Exam("", ())
    for heading in headings:
        text = heading.title.text
        if heading.level == 1 and (code := CODE.search(text)):
            exam = replace(exam, code=code.group())
        elif heading.level == 2 and (match := DOMAIN.fullmatch(text)):
            domain = Domain(int(match[1]), match[2], int(match[3]), heading.id, ())
            exam = replace(exam, domains=(*exam.domains, domain))
        elif heading.level == 3 and exam.domains and (match := TASK.fullmatch(text)):
            own = tuple(Skill(*s) for s in skills if s.number.startswith(f"{match[1]}."))
            exam = _with_task(exam, Task(match[1], match[2], heading.id, own))
    return exam


def _with_task(exam: Exam, task: Task) -> Exam:
    last = exam.domains[-1]
    return replace(exam, domains=(*exam.domains[:-1], replace(last, tasks=(*last.tasks, task))))


KIND = Kind(lambda path: path == EXAM, read_exam_page)
