"""Lists of titles: whatever is read is written back byte for byte, and whatever is written is read as it was meant."""

from __future__ import annotations

from fuzz.laws import law
from translate.core.article import TITLES, Document
from translate.errors import DocumentError
from translate.schedules.interface import ListFormat
from translate.schedules.reading import FORMATS

TEXTS = (
    "Õhtu",
    "no",
    "“A”, 'b' & \"c\": <d> # e; f\\",
    "24",
    "a\u0085b\u2028c\u202ed",
    "- [*x]",
    "]]>&amp;",
    "\U0001f600",
)
"""Titles that each format must write in its own way."""
NOWHERE = "tlh"
"""A language that no guide has a title in."""


def shows(data: bytes) -> None:
    """Read a list as each of the formats, and write it with its own titles and with others."""
    for ending in (".csv", ".json", ".xml", ".yaml"):
        form, path = FORMATS[ending], f"shows/a{ending}"
        try:
            document = form.read(data, path, source="en")
        except DocumentError as error:
            law(error.path == path, "an error has its path")
            law(
                error.line is None or 1 <= error.line <= data.count(b"\n") + data.count(b"\r") + 1, "a line of the file"
            )
            law(error.message.isprintable(), "an error can be shown")
        else:
            _written(form, document, data)


def _written(form: ListFormat, document: Document, data: bytes) -> None:
    own = [segment.text for segment in document.segments]
    law(form.write(document, own, "et") == data, "the same bytes again")
    law(
        all(segment.kind in TITLES and segment.text == segment.text.strip() != "" for segment in document.segments),
        "titles",
    )
    law(all(note.isprintable() for note in document.notes), "a note can be shown")
    guide = form.write(document, [f"{text[:400]}!" for text in own], "et")  # It may have titles in Estonian, too.
    law(len(form.read(guide, document.path, source="en").segments) == len(own), "as many titles")
    for shift in range(len(TEXTS)):
        texts = [TEXTS[(number + shift) % len(TEXTS)] for number, _ in enumerate(own)]
        again = form.read(form.write(document, texts, NOWHERE), document.path, source=NOWHERE)
        law([segment.text for segment in again.segments] == texts, "what is written is what is read")
        law(again.frame == document.frame, "nothing else changes")
