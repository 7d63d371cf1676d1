"""Notes made up by a seeded generator: as long, as linked and as full of terms as real ones."""

from __future__ import annotations

from itertools import accumulate
from random import Random

from tests.bench.words import FILLER, VERBS, service_name, term_name

PER_PAGE = 13
TASKS = tuple(f"{domain}.{task}" for domain in range(1, 5) for task in range(1, 4))

_MADE_UP = "Made up for measurements.\n\n"


def corpus(questions: int, seed: int = 13) -> dict[str, str]:
    """Return pages by their path below docs/, with this number of questions on service pages."""
    return _Corpus(questions, Random(seed)).pages()


class _Corpus:
    def __init__(self, questions: int, random: Random) -> None:
        self.random = random
        self.services = [service_name(n) for n in range(-(-questions // PER_PAGE))]
        self.terms = [term_name(n) for n in range(40 + questions // 30)]
        self.weights = [*accumulate(1 / (rank + 3) for rank in range(len(self.terms)))]
        self.ids = [f"{self._slug(n // PER_PAGE)}-q{n % PER_PAGE + 1}" for n in range(questions)]

    def pages(self) -> dict[str, str]:
        pages = {
            "index.md": f"# Notes\n\n{_MADE_UP}<!-- exam-notes: services -->\n",
            "changes.md": f"# Changes\n\n{_MADE_UP}<!-- exam-notes: changes -->\n",
            "exam.md": f"# The exam: DVA-C03\n\n{_MADE_UP}" + "".join(map(_domain, range(1, 5))),
            "terms.md": self._terms_page(),
        }
        for number in range(len(self.services)):
            pages[f"services/{self._slug(number)}.md"] = self._service_page(number)
        return pages

    def _slug(self, service: int) -> str:
        return self.services[service].lower()

    def _terms_page(self) -> str:
        entries = [
            (name, f"## {name} {{ #{name.lower().replace(' ', '-')} }}\n\n") for name in self.terms
        ]
        entries += [
            (name, f"## Amazon {name} {{ #{name.lower()} }}\n\nAlso: {name}\n\n")
            for name in self.services
        ]
        definitions = (
            head + self._sentence(12) + "\n\n" for _, head in sorted(entries, key=_lower)
        )
        return f"# Index\n\n{_MADE_UP}" + "".join(definitions)

    def _service_page(self, service: int) -> str:
        first = service * PER_PAGE
        numbers = range(first, min(first + PER_PAGE, len(self.ids)))
        head = f"# Amazon {self.services[service]}\n\n{self._sentence(20)}\n\n"
        return head + "".join(self._question(number) for number in numbers)

    def _question(self, number: int) -> str:
        named = [self.terms[(4 * number + step) % len(self.terms)] for step in range(4)]
        named += self.random.choices(self.terms, cum_weights=self.weights, k=3)
        if self.random.random() < 0.5:
            named.append(self.random.choice(("", "Amazon ")) + self.random.choice(self.services))
        verbs = sorted(self.random.sample(VERBS, 4))
        right = {self.random.randrange(4), *([0] if self.random.random() < 0.15 else [])}
        options = (
            self._option(number, verb, at in right, named[at + 3 :])
            for at, verb in enumerate(verbs)
        )
        return (
            f"## Case {number + 1} of {named[0]} {{ #{self.ids[number]} }}\n\n"
            f"{self._sentence(22, named[1])} {self._sentence(14, named[2])}"
            f"{' **Choose two.**' * (len(right) - 1)}\n\n" + "".join(options) + self._sources()
        )

    def _option(self, number: int, verb: str, right: bool, named: list[str]) -> str:
        kind, title = ("success" if right else "failure"), self._sentence(5, named[0])
        lines = [self._sentence(16, self.random.choice(named)), self._sentence(10, named[-1])]
        chance = self.random.random()
        if chance < 0.3:
            lines.append(f"Compare [{self._words(3)}]({self._link(number)}).")
        elif chance < 0.4:
            lines += ["", "```console", f"$ aws {self._words(4)}", "```"]
        text = f"> [!{kind}]- {verb} {title[0].lower()}{title[1:-1]}\n>\n"
        text += "".join(f"> {line}".rstrip() + "\n" for line in lines)
        return f"{text}{self._change() if chance > 0.9 else ''}\n"

    def _change(self) -> str:
        day = f"20{self.random.randrange(16, 26)}-{self.random.randrange(1, 13):02}-01"
        link = "([Guide](https://docs.aws.amazon.com/guide.html))"
        return f">\n> > [!warning] Changed {day}\n> >\n> > {self._sentence(14)} {link}\n"

    def _sources(self) -> str:
        pages = (
            f"> - [{self._words(4)}](https://docs.aws.amazon.com/{n}.html)\n" for n in range(3)
        )
        title = f"> [!quote]- Sources, checked 2026-11-01, DVA-C03 {self.random.choice(TASKS)}\n>\n"
        return f"{title}{''.join(pages)}\n"

    def _link(self, number: int) -> str:
        """Return the address of another question: often a neighbour, now and then any."""
        near = number + self.random.choice((-9, -3, -1, 1, 2, 6))
        other = near if self.random.random() < 0.7 else self.random.randrange(len(self.ids))
        other %= len(self.ids)
        return f"{self._slug(other // PER_PAGE)}.md#{self.ids[other]}"

    def _words(self, count: int) -> str:
        start = self.random.randrange(len(FILLER) - count)
        return " ".join(FILLER[start : start + count])

    def _sentence(self, length: int, term: str = "") -> str:
        """Return a sentence of about `length` words that names `term`."""
        words = f"{self._words(length // 2)} {term} {self._words(length - length // 2)}".split()
        text = " ".join(words)
        return f"{text[0].upper()}{text[1:]}."


def _lower(entry: tuple[str, str]) -> str:
    return entry[0].lower()


def _domain(number: int) -> str:
    head = f"\n## Domain {number}: Part {number}, 25% {{ #domain-{number} }}\n"
    tasks = [task for task in TASKS if task.startswith(str(number))]
    anchors = [task.replace(".", "-") for task in tasks]
    return head + "".join(
        f"\n### {task} Do part {task} {{ #task-{anchor} }}\n"
        for task, anchor in zip(tasks, anchors)
    )
