"""The rules for notes. Codes are stable for ever: a rule that goes leaves a gap."""

from __future__ import annotations

from typing import NamedTuple


class Rule(NamedTuple):
    """What must hold. Breaking a `hint` is worth knowing and stops nothing."""

    sentence: str
    hint: bool = False


RULES = {
    "N001": Rule("A question and a term have an explicit id."),
    "N002": Rule("An id is in lower case with hyphens; a question's begins with a service's slug."),
    "N003": Rule("A callout has a known type."),
    "N004": Rule("An id is used once."),
    "N005": Rule("A published id stays, or tests/published-ids.txt says where its content went."),
    "N006": Rule("An option has a reason."),
    "N007": Rule("An option has a text."),
    "N008": Rule("A line that opens a callout is read as one, and an option as an option."),
    "N009": Rule("A question has a correct option."),
    "N010": Rule("A question has two options or more."),
    "N011": Rule("Options and change notes stand in a question."),
    "N012": Rule("A question ends with its sources."),
    "N013": Rule("Sources tell the day on which they were checked."),
    "N014": Rule("Sources name one task of the exam."),
    "N015": Rule("A change note's title tells when."),
    "N016": Rule("A change note has a link."),
    "N017": Rule("Options stand in alphabetical order."),
    "N018": Rule("Terms stand in alphabetical order."),
    "N019": Rule("A service page's heading is a term."),
    "N020": Rule("A name belongs to one term."),
    "N021": Rule("A comment that asks for woven text names something that can be woven."),
    "N022": Rule("Text between the callouts of a question belongs to one of them."),
    "N023": Rule("A term occurs somewhere.", hint=True),
    "N024": Rule("A question's id is listed in tests/published-ids.txt.", hint=True),
    "N025": Rule("A term has a definition."),
}
