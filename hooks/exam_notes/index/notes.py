"""All pages of one build together: services, terms, exam, and the index over them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urljoin

from exam_notes.index.places import Index, build_index
from exam_notes.model import Domain, Exam, Question, Service, Task, Term
from exam_notes.order import term_key
from exam_notes.paths import EXAM, SERVICES, TERMS, service_slug
from exam_notes.reading.kinds.exam import exam_of
from exam_notes.reading.page import Page
from exam_notes.reading.settings import Section
from exam_notes.visible import is_absolute


@dataclass(frozen=True)
class Notes:
    """Everything a build knows; `pages` in the order of their paths.

    `sections` are those of the navigation, which group the services.
    """

    pages: tuple[Page, ...]
    sections: tuple[Section, ...] = ()

    @classmethod
    def of(cls, pages: Iterable[Page], sections: tuple[Section, ...] = ()) -> Notes:
        return cls(tuple(sorted(pages, key=lambda page: page.path)), sections)

    @cached_property
    def by_path(self) -> dict[str, Page]:
        return {page.path: page for page in self.pages}

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """Every term, in the order of the index."""
        page = self.by_path.get(TERMS)
        return tuple(sorted(page.terms, key=lambda term: term_key(term.name))) if page else ()

    @cached_property
    def exam(self) -> Exam:
        page = self.by_path.get(EXAM)
        return exam_of(page.outline.headings, page.outline.skills) if page else Exam("", ())

    @cached_property
    def services(self) -> tuple[Service, ...]:
        """Every service page, in the order of the services' names."""
        term_ids = {term.name: term.id for term in self.terms}
        services = (
            Service(
                slug,
                name := page.outline.title.text,
                page.url,
                term_ids.get(name, ""),
                page.questions,
            )
            for page in self.pages
            if (slug := service_slug(page.path))
        )
        return _by_name(services)

    @cached_property
    def groups(self) -> tuple[tuple[str, tuple[Service, ...]], ...]:
        """The services by the headings of the navigation; the last group has no heading, if any."""
        by_path = {f"{SERVICES}{service.slug}.md": service for service in self.services}
        found = [
            (section.title, tuple(by_path.pop(page) for page in section.pages if page in by_path))
            for section in self.sections
        ]
        found.append(("", tuple(by_path.values())))
        return tuple((title, _by_name(services)) for title, services in found if services)

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question by its id, in the order of the services."""
        return {q.id: q for service in self.services for q in service.questions}

    @cached_property
    def service_of(self) -> dict[str, Service]:
        """The service page of each question, by the question's id."""
        return {q.id: service for service in self.services for q in service.questions}

    @cached_property
    def index(self) -> Index:
        return build_index(self.services, self.terms, self.question_of_link)

    @cached_property
    def _service_urls(self) -> dict[str, str]:
        return {service.slug: service.url for service in self.services}

    @cached_property
    def _owner(self) -> dict[str, str]:
        """The id of the question that each anchor belongs to."""
        return {anchor: q.id for q in self.questions.values() for anchor in q.anchors}

    def question_of_link(self, service: str, address: str) -> str:
        """Return the id of the question that a link on the page of `service` leads to, or ""."""
        if is_absolute(address):
            return ""
        url, _, anchor = urljoin(self._service_urls[service], address).partition("#")
        owner = self._owner.get(anchor, "")
        return owner if owner and self.service_of[owner].url == url else ""

    def url_of(self, anchor: str) -> str:
        """Return the address, from the site's root, of a question or of anything inside one."""
        return f"{self.service_of[self._owner[anchor]].url}#{anchor}"

    @cached_property
    def _term_by_id(self) -> dict[str, Term]:
        return {term.id: term for term in self.terms}

    def term(self, id: str) -> Term:
        """Return the term with this id; KeyError where there is none."""
        return self._term_by_id[id]

    def term_url(self, id: str) -> str:
        """Return the address of a term, from the site's root."""
        return f"{self.by_path[TERMS].url}#{id}"

    @cached_property
    def aliases(self) -> dict[str, tuple[Term, str]]:
        """Every alias with its term, by the key of its "see" line: the term's id and its number."""
        return {
            f"{term.id}/{number}": (term, alias)
            for term in self.terms
            for number, alias in enumerate(term.aliases)
        }

    def exam_url(self, anchor: str) -> str:
        """Return the address of a task or a domain, from the site's root."""
        return f"{self.by_path[EXAM].url}#{anchor}"

    @cached_property
    def _tasks(self) -> dict[str, Task]:
        return {f"{self.exam.code} {task.number}": task for task in self.exam.tasks}

    def task_of(self, question: Question) -> Task | None:
        """Return the exam task of a question, None where its sources name no known one."""
        return self._tasks.get(question.task)

    @cached_property
    def by_skill(self) -> dict[str, tuple[Question, ...]]:
        """The questions that name a skill, by its number, in the order of the services."""
        found: dict[str, list[Question]] = {skill.number: [] for skill in self.exam.skills}
        for question in self.questions.values():
            for number in question.skills:
                found.setdefault(number, []).append(question)
        return {number: tuple(questions) for number, questions in found.items()}

    def questions_of(self, domain: Domain) -> tuple[Question, ...]:
        """Return the questions whose task belongs to `domain`."""
        return tuple(q for q in self.questions.values() if self.task_of(q) in domain.tasks)

    def domains_of(self, service: Service) -> tuple[Domain, ...]:
        """Return the domains of the exam that the questions of `service` belong to."""
        tasks = {self.task_of(question) for question in service.questions}
        return tuple(domain for domain in self.exam.domains if tasks.intersection(domain.tasks))


def _by_name(services: Iterable[Service]) -> tuple[Service, ...]:
    return tuple(sorted(services, key=lambda service: term_key(service.name)))
