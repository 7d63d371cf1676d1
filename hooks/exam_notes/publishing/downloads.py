"""What readers may take with them: the exports that were made, and the offline copy."""

from __future__ import annotations

from exam_notes.exports.made import Made
from exam_notes.surroundings import Surroundings
from exam_notes.views.publication import Download, publication_of


def downloads_of(made: Made, surroundings: Surroundings) -> tuple[Download, ...]:
    """Return every file to take along, in the order of their titles."""
    day = surroundings.day.isoformat()
    offers = [Download(offer.url, offer.size, day, offer.title) for offer in made.offers]
    copy = publication_of(surroundings).download
    found = [*offers, copy] if copy else offers
    return tuple(sorted(found, key=lambda download: download.title.casefold()))
