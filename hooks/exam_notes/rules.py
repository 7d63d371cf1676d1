"""The rules for notes, in one table. Codes are stable for ever: a rule that goes leaves a gap."""

from __future__ import annotations

from typing import NamedTuple


class Rule(NamedTuple):
    """What must hold, and what to tell an author where it does not.

    `message` says what was found and what to write instead. A `hint` is worth knowing and stops
    nothing.
    """

    sentence: str
    message: str
    hint: bool = False


SOURCES_FORM = "> [!quote]- Sources, checked 2026-11-23, {exam} 1.1"

RULES = {
    "N001": Rule(
        "A question and a term have an explicit id.",
        "'{title}' has no id; write '## {title} {{ #{write} }}'",
    ),
    "N002": Rule(
        "An id is in lower case with hyphens; a question's begins with a service page's name.",
        "id '{id}' {fault}; write '{write}'",
    ),
    "N003": Rule(
        "A callout has a known type.",
        "unknown callout '{kind}'; {write}",
    ),
    "N004": Rule(
        "An id is used once.",
        "id '{id}' is used already at {first}; give this one another id",
    ),
    "N005": Rule(
        "A published id stays, or tests/published-ids.txt says where its content went.",
        "question '{id}' was published and is gone; give the question its id back, or write "
        "'{id} -> ' and the id of the question that has its content now",
    ),
    "N006": Rule(
        "An option has a reason.",
        "option '{option}' has no reason; write below it why it is right or wrong, "
        "each line with '> ' before it",
    ),
    "N007": Rule(
        "An option has a text.",
        "option without a text; write '> [!{kind}]- What to choose'",
    ),
    "N008": Rule(
        "A line that opens a callout is read as one, and an option as an option.",
        "'{opener}' {fault}; {write}",
    ),
    "N009": Rule(
        "A question has a correct option.",
        "'{title}' has no correct option; make one '> [!success]- ...'",
    ),
    "N010": Rule(
        "A question has two options or more.",
        "'{title}' has one option; write two or more",
    ),
    "N011": Rule(
        "Options and change notes stand in a question.",
        "{kind} '{title}' stands outside a question; move it below a heading "
        "'## Title {{ #id }}' of a page under docs/services/",
    ),
    "N012": Rule(
        "A question ends with its sources.",
        f"'{{title}}' has no sources; end it with '{SOURCES_FORM}' and a list of links",
    ),
    "N013": Rule(
        "Sources tell the day on which they were checked.",
        f"'{{title}}' names no day up to {{last_day}}; write '{SOURCES_FORM}'",
    ),
    "N014": Rule(
        "Sources name one task of the exam.",
        "'{title}' names no task of the exam; end it with '{exam}' and one of {tasks}",
    ),
    "N015": Rule(
        "A change note's title tells when.",
        "change note '{title}' tells no day that has come; write 'Changed 2020-12-01' (or "
        "2020-12, or 2020), 'Changed by 2020-12-01', 'Changed' or 'Never right'",
    ),
    "N016": Rule(
        "A change note has a link.",
        "change note '{title}' has no link; end it with '([title](https://docs.aws.amazon.com/...))'",
    ),
    "N017": Rule(
        "Options stand in alphabetical order.",
        "option '{option}' stands after '{before}'; move it up to its alphabetical place",
    ),
    "N018": Rule(
        "Terms stand in alphabetical order.",
        "term '{term}' stands after '{before}'; move it up to its alphabetical place "
        "(a leading Amazon or AWS does not count)",
    ),
    "N019": Rule(
        "A service page's heading is a term.",
        "heading '{title}' is no term; {write}",
    ),
    "N020": Rule(
        "A name belongs to one term.",
        "'{name}' is a name of '{other}' and of '{term}'; leave it with one of them",
    ),
    "N021": Rule(
        "A comment that asks for woven text names something that can be woven.",
        "nothing can be woven for '{comment}'; write {write}",
    ),
    "N022": Rule(
        "Text between the callouts of a question belongs to one of them.",
        "'{text}' stands between the callouts; put '> ' before each of its lines, or "
        "move it above the first option",
    ),
    "N023": Rule(
        "A term occurs somewhere.",
        "term '{term}' occurs in no question; give it an alias that does, or remove it",
        hint=True,
    ),
    "N024": Rule(
        "A question's id is listed in tests/published-ids.txt.",
        "'{id}' is new; add it to {file} when it is published",
        hint=True,
    ),
    "N025": Rule(
        "A term has a definition.",
        "term '{term}' has no definition; write one or two sentences below it",
    ),
    "N026": Rule(
        "Notes are Markdown; comments are the only HTML.",
        "raw HTML '{html}'; write it in Markdown",
    ),
    "N027": Rule(
        "A link leads to a page.",
        "link to '{address}' runs or carries something; link to a page with https://",
    ),
    "N028": Rule(
        "A picture is in the repository.",
        "picture '{address}' is on another host; put it into docs/assets/images/",
    ),
    "N029": Rule(
        "A link to another host is https.",
        "link '{address}' is not https; write https://...",
    ),
    "N030": Rule(
        "A link leads to a page and an anchor that exist.",
        "link '{address}' leads nowhere: {fault}; {write}",
    ),
    "N031": Rule(
        "The stem says how many options to choose where it is not one.",
        "{found} and {correct} are correct; {write}",
    ),
    "N032": Rule(
        "A question is asked once.",
        "'{title}' has {what} as '{other}' at {place}; make one question of the two",
    ),
    "N033": Rule(
        "A question touches a term.",
        "'{title}' touches no term of docs/terms.md; add the term it is about",
        hint=True,
    ),
    "N034": Rule(
        "A page stands in the navigation.",
        "this page is not in the navigation; add '- {page}' to `nav` in mkdocs.yml",
    ),
    "N035": Rule(
        "Headings go down one level at a time, below one heading of the first level.",
        "heading '{title}' {fault}; write '{write}'",
    ),
    "N036": Rule(
        "A source that is not AWS's documentation says why it is one.",
        "source '{address}' is not under https://docs.aws.amazon.com/; "
        "write after the link ': ' and why it can be relied on",
    ),
    "N037": Rule(
        "Sources were checked after the change that the question tells of.",
        "checked {checked}, before the change note '{title}'; check the sources again",
    ),
    "N038": Rule(
        "Nothing is left to be filled in.",
        "'{text}' is still to be filled in; write the text that belongs there",
    ),
    "N039": Rule(
        "A question has one list of sources.",
        "'{title}' is a second list of sources; put its links into the first",
    ),
    "N040": Rule(
        "A source is one link in an item of the list.",
        "'{item}' {fault}; write '- [title](https://...)' for each page",
    ),
    "N041": Rule(
        "A callout's title has a line of its own.",
        "text follows '{title}' at once; put a line with '{write}' between",
    ),
}
