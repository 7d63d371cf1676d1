"""Words for made-up notes. No word of a term is in the filler."""

from __future__ import annotations


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split())


HEADS = _split("Kor Bel Tam Vin Sul Mar Dov Fen Gal Har Jas Lum Nor Pel Quin Ros Sev Tor Ul Wen")
TAILS = _split("ado anth ello evia igo ilis ondra opex una ura ylla yra athe ixa orim esto aca")
KINDS = _split(
    "shared detailed managed regional scheduled encrypted archived cached global idle signed"
    " virtual remote reserved hybrid nested private public static dynamic elastic primary standby"
    " native custom default pooled queued tagged sharded"
)
WAYS = _split("read write client server cluster session network object event access")
THINGS = _split("replica snapshot monitor policy volume window token stream gateway endpoint")
VERBS = _split("Add Build Create Enable Keep Move Store Use")
FILLER = _split(
    "the team needs it when load grows and a request takes longer than the limit allows so each"
    " part of an application waits for its turn while another copy of the data is found at once"
    " that costs more in a month but saves time for people who depend on it during the day or"
    " at night because nobody has to change anything by hand until the next release is out"
)


def service_name(number: int) -> str:
    """Return a name of its own for up to 340 services, and with a letter more for the others."""
    head, tail = HEADS[number % 20], TAILS[number // 20 % 17]
    return head + tail + "xyz"[: number // 340]


def term_name(number: int) -> str:
    """Return one of 300 names of two words, then of 3,000 names of three."""
    kind, thing = KINDS[number % 30].capitalize(), THINGS[number // 30 % 10]
    return f"{kind} {thing}" if number < 300 else f"{kind} {WAYS[number // 300 - 1]} {thing}"
