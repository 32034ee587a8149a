"""The translation memory: TMX files from outside, and texts that are looked up."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

from fuzz.laws import law, parts
from fuzz.samples import PARAGRAPHS
from translate.core.entries.remembered import MemoryUnit, comparable
from translate.errors import MemoryFileError
from translate.memory.database import Feed, Memory
from translate.memory.tmx import Skipped, read, writable, write

LOCALES = ("et", "ru", "pt_BR", "sr@latin")


def tmx(data: bytes) -> None:
    """Read a TMX file; what was read is written and read again as it was."""
    try:
        found = list(read(BytesIO(data), "a.tmx", source="en", locales=LOCALES))
    except MemoryFileError:
        return
    units = [unit for unit in found if not isinstance(unit, Skipped)]
    law(all(map(writable, units)), "what came from XML can be XML")
    file = BytesIO()
    write(file, units, source="en", version="fuzz")
    file.seek(0)
    law(list(read(file, "a.tmx", source="en", locales=LOCALES)) == units, "units are read as they were written")


@cache
def _memory() -> Memory:
    memory = Memory(Path(":memory:"), source="en", home=None)  # SQLite's own name for a database that is no file.
    units = [MemoryUnit("et", text, text.upper(), None, "a.po", "2026-10-01T04:00:00Z") for text in PARAGRAPHS]
    memory.feed([Feed("a.po", "1", units)])
    return memory


def query(data: bytes) -> None:
    """Look texts up, and remember the part behind ``%%`` for a while."""
    text, other = (part.decode(errors="replace") for part in parts(data, 2))
    memory = _memory()
    if other.strip():
        memory.feed([Feed("b.po", other, [MemoryUnit("et", other, other[::-1], "headline", "b.po")])])
        hit = memory.exact("et", other, "headline")
        law(hit is not None and hit.unit.target in {other[::-1], other.upper()}, "what is remembered is found")
    hits = memory.fuzzy("et", text, None)
    law(all(0 <= hit.score <= 1 for hit in hits), "a likeness is a part of one")
    exact = memory.exact("et", text, None)
    law(exact is None or comparable(exact.unit.source) == comparable(text), "an exact text is the same")
    law(not memory.notes, f"no text damages a memory: {memory.notes}")
