"""The deck as a text for Anki's other importer, which keeps what a reader added.

Importing a package replaces all of a changed note, the reader's own tags with it
(rslib/src/import_export/package/apkg/import/notes.rs, `update_note`). The import of a text that has
no column of tags leaves all tags as they are (text/import.rs, `into_native`), and touches no note
whose fields are equal. It brings no note type: the package comes first. Nor does it tell of retired
questions, since it would give a card of them to everyone.
"""

from __future__ import annotations

import csv
from io import StringIO

from exam_notes.exports.deck import model
from exam_notes.exports.deck.notes import note_of
from exam_notes.exports.export import Export
from exam_notes.index.notes import Notes
from exam_notes.surroundings import Surroundings

PATH = "downloads/aws-exam-notes-anki-update.txt"
# https://docs.ankiweb.net/importing/text-files.html#file-headers
_HEADER = f"""\
#separator:tab
#html:true
#notetype:{model.NAME}
#guid column:1
#deck column:2
"""


def deck_text(notes: Notes, surroundings: Surroundings) -> bytes:
    """Return a line for each note of the deck: its name for Anki, deck, fields."""
    target = StringIO()
    target.write(_HEADER)
    writer = csv.writer(target, delimiter="\t", lineterminator="\n")
    for question in notes.questions.values():
        note = note_of(notes, question, surroundings.site_url)
        deck = model.deck_name(notes.service_of[note.id].name)
        writer.writerow([model.guid(note.id), deck, *note.fields])
    return target.getvalue().encode()


EXPORT = Export(
    lambda notes, surroundings: [(PATH, deck_text(notes, surroundings))],
    kept=False,
    title="Text for Anki: updates that keep your own tags",
)
