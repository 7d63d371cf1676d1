"""What on the exam page is not read as what a person takes it for, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exam_notes.lint.inspection import Inspection
from exam_notes.lint.opener import as_seen
from exam_notes.lint.page import Located
from exam_notes.lint.yaml_file import Fault
from exam_notes.paths import EXAM
from exam_notes.reading.kinds.exam import CODE, DOMAIN, SKILL, TASK
from exam_notes.reading.outline import Heading

_NO_TITLE = "is no title of the exam page; write '# The exam: ' and its code, as in DVA-C03"
# What somebody would take for a domain, a task, a skill, in whatever form.
_LIKE_DOMAIN = re.compile(
    r"\W*domain\s*\W?\s*(?:\d|[ivx]+\b)|.*\d\s*(?:%|per\s?cent)\W*$", re.IGNORECASE
)
_LIKE_TASK = re.compile(r"\W*(?:task\W*)?\d+\s?[.,\-]\s?\d+\b(?!\s?[.,\-]\s?\d)", re.IGNORECASE)
_LIKE_SKILL = re.compile(r"\W*(?:skill\W*)?\d+\s?[.,]\s?\d+\s?[.,]\s?\d+\b", re.IGNORECASE)
_PARTS_OF_DOMAIN = re.compile(
    r"\W*(?:domain\W*)?(?P<number>\d*)(?:[ivx]+\b)?\W*(?P<title>.*?)\W*(?:(?P<weight>\d+)\s*(?:%|per\s?cent))?\W*",
    re.IGNORECASE,
)
_PARTS_OF_TASK = re.compile(r"\W*(?:task\W*)?(\d+)\s?[.,\-]\s?(\d+)\W*(.*)", re.IGNORECASE)
_NAMED_DOMAIN = re.compile(r"\W*domain\s*\W?\s*\d", re.IGNORECASE)
_ID = re.compile(r"\{[^}]*\}\s*$")
_SIGNS_OF_HEADING = re.compile(r"\W{0,3}(?:#|\*\*|__|domain\b|task\b)", re.IGNORECASE)
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+(?P<text>.*)")
_BOLD = re.compile(r"[*_`\\]")


class Section(NamedTuple):
    """A heading of the page, its line, and the visible lines below it."""

    heading: Heading
    line: int
    below: tuple[tuple[int, str], ...]

    @property
    def title(self) -> str:
        return self.heading.title.text

    @property
    def task(self) -> str:
        match = TASK.fullmatch(self.title) if self.heading.level == 3 else None
        return match[1] if match else ""

    @property
    def domain(self) -> str:
        match = DOMAIN.fullmatch(self.title) if self.heading.level == 2 else None
        return match[1] if match else ""


def faults_of_exam(inspection: Inspection) -> tuple[Fault, ...]:
    """Return what is wrong with the exam page, in order; nothing where there is no such page."""
    page = next((page for page in inspection.pages if page.page.path == EXAM), None)
    return tuple(sorted(set(_faults(page)))) if page and not page.page.source.refused else ()


def _faults(page: Located) -> Iterator[Fault]:
    """Yield what is in another form; only where nothing is, what does not fit together."""
    sections = sections_of(page)
    titles = [section for section in sections if section.heading.level == 1]
    if not titles or not CODE.search(titles[0].title):
        yield Fault(titles[0].line if titles else 1, _NO_TITLE)
    forms = [*_forms_of_headings(sections), *_forms_of_texts(page, sections)]
    yield from forms
    yield from _forms_of_skills(page, sections)
    if not forms:
        yield from _weights(sections)
        yield from _places_of_tasks(sections)
        yield from _places_of_skills(sections)


def sections_of(page: Located) -> list[Section]:
    """Return the headings of a page in order, each with the lines down to the next."""
    found = sorted(zip(page.lines.headings, page.page.outline.headings))
    ends = [line for line, _ in found[1:]] + [len(page.text_lines) + 1]
    return [
        Section(
            heading, line, tuple(shown for shown in page.visible_lines if line < shown[0] < end)
        )
        for (line, heading), end in zip(found, ends)
    ]


def _forms_of_headings(sections: Sequence[Section]) -> Iterator[Fault]:
    """Tell headings that look like a domain or a task, or stand where one is, and are none."""
    domain, count = "", 0
    for number, section in enumerate(sections):
        level = section.heading.level
        domain = section.domain if level <= 2 else domain
        count += bool(section.domain)
        is_read = level == 1 or section.domain or section.task
        if not is_read and _is_like_domain(sections, number):
            write = domain_line(section, count + 1)
            yield Fault(section.line, f"is no domain of the exam; write '{write}'")
        elif not is_read and (_is_like_task(section) or (level == 3 and domain)):
            yield Fault(section.line, f"is no task of the exam; write '{task_line(section)}'")


def _is_like_domain(sections: Sequence[Section], number: int) -> bool:
    """Tell whether a heading is meant as a domain: by its words, or by tasks below it."""
    section = sections[number]
    below = next(iter(sections[number + 1 :]), None)
    has_tasks = section.heading.level == 2 and below is not None and bool(below.task)
    is_like = bool(_LIKE_DOMAIN.match(as_seen(section.title)))
    return (is_like or has_tasks) and not _is_like_task(section)


def _is_like_task(section: Section) -> bool:
    return bool(_LIKE_TASK.match(as_seen(section.title)))


def domain_line(section: Section, next_number: int) -> str:
    """Return the line to write for a domain in another form, with the words that it has."""
    match = _PARTS_OF_DOMAIN.fullmatch(as_seen(section.title))
    found = match.groupdict() if match else {}
    number = found.get("number") or str(next_number)
    id = section.heading.id if section.heading.explicit else f"domain-{number}"
    title, weight = found.get("title") or "Title", found.get("weight") or "N"
    return f"## Domain {number}: {title}, {weight}% {{ #{id} }}"


def task_line(section: Section) -> str:
    """Return the line to write for a task in another form, with the words that it has."""
    match = _PARTS_OF_TASK.fullmatch(as_seen(section.title))
    domain, number, title = match.groups() if match else ("N", "N", section.title)
    made = f"task-{domain}-{number}".lower()
    id = section.heading.id if section.heading.explicit else made
    return f"### {domain}.{number} {title or 'Title'} {{ #{id} }}"


def _forms_of_texts(page: Located, sections: Sequence[Section]) -> Iterator[Fault]:
    """Tell lines that look like the heading of a domain or a task and are no headings."""
    headings = {section.line for section in sections}
    for line, text in page.visible_lines:
        seen = as_seen(_ID.sub("", text))
        if line not in headings and _SIGNS_OF_HEADING.match(seen):
            if _LIKE_TASK.match(seen):
                yield Fault(line, "is no heading; write '### N.N Title' between empty lines")
            elif _NAMED_DOMAIN.match(seen):
                yield Fault(line, "is no heading; write '## Domain N: Title, N%' on one line")


def _forms_of_skills(page: Located, sections: Sequence[Section]) -> Iterator[Fault]:
    """Tell what is no skill though it stands where one does, and skills that are no items."""
    read = {skill.number for skill in page.page.outline.skills}
    for section in sections:
        for line, number, text in _skills_in(section):
            if not number:
                yield Fault(line, f"is no skill, as items below a task are; write '{text}'")
            elif number not in read:
                yield Fault(line, f"is skill {number}, but no item; write '- **{number}** Text'")


def _skills_in(section: Section) -> Iterator[tuple[int, str, str]]:
    """Yield lines with the skill that each begins, and what to write where there is none."""
    above = ""
    for line, text in section.below:
        seen = as_seen(text)
        item = _ITEM.fullmatch(seen)
        said = _BOLD.sub("", item["text"] if item else seen).strip()
        begins = bool(item) or not above.strip() or not seen[:1].isspace()
        above = text
        if begins and (match := SKILL.fullmatch(said)):
            yield line, match[1], ""
        elif section.task and (item or (begins and _LIKE_SKILL.match(said))):
            yield line, "", _skill_line(section.task, said)


def _skill_line(task: str, said: str) -> str:
    match = _LIKE_SKILL.match(said)
    number = re.sub(r"[^\d.]", "", match[0].replace(",", ".")) if match else f"{task}.N"
    text = said[match.end() :] if match else said
    return f"- **{number}** {text.strip(' .:,-') or 'Text'}"


def _weights(sections: Sequence[Section]) -> Iterator[Fault]:
    domains = [section for section in sections if section.domain]
    for number, section in enumerate(domains):
        if section.domain in [other.domain for other in domains[:number]]:
            yield Fault(section.line, f"is a second domain {section.domain}; give it its number")
    weights = [int(match[3]) for domain in domains if (match := DOMAIN.fullmatch(domain.title))]
    if domains and sum(weights) != 100:
        fault = f"is the last of domains that weigh {sum(weights)}% together; mend their weights"
        yield Fault(domains[-1].line, f"{fault} to 100%")
    if not domains:
        yield Fault(1, "begins a page without domains; write '## Domain 1: Title, 100%'")


def _places_of_tasks(sections: Sequence[Section]) -> Iterator[Fault]:
    """Tell tasks that are there twice, or below another domain."""
    domain = ""
    seen: dict[str, int] = {}
    for section in sections:
        task = section.task
        domain = section.domain if section.heading.level <= 2 else domain
        if task in seen:
            yield Fault(section.line, f"is a second task {task}, after line {seen[task]}; keep one")
        elif task and task.split(".")[0] != domain:
            where = f"domain {domain}" if domain else "no domain"
            yield Fault(section.line, f"is task {task} below {where}; move it below its own domain")
        if task:
            seen.setdefault(task, section.line)


def _places_of_skills(sections: Sequence[Section]) -> Iterator[Fault]:
    """Tell skills that are there twice, or below another task."""
    seen: dict[str, int] = {}
    for section in sections:
        for line, number, _ in _skills_in(section):
            task = number.rpartition(".")[0]
            if number and number in seen:
                yield Fault(line, f"is skill {number}, as is line {seen[number]}; keep one of them")
            elif task and task != section.task:
                yield Fault(line, f"is skill {number}; move it below the heading of task {task}")
            seen.setdefault(number, line)
