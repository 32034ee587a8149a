"""Find names that were lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.core.checks.findings import Finding, Level, Unit
from translate.core.text.identifiers import blanked
from translate.core.text.words import WORD


def check_names(unit: Unit) -> Iterator[Finding]:
    """Yield an info ``name`` for each acronym, and each name with capitals inside, that the translation does not have.

    Newsrooms have their own letters for many of them (EU is EL in Estonian, US is USA), and no check can know which:
    what must stay belongs into the glossary. One good translation in thirty has such a note, so it is no warning. Names
    of people cannot be told from other capitalised words.
    """
    if unit.source.isupper():
        return
    there = unit.target.casefold()
    shapes = _shape(there)
    known = [(match.start, match.end) for match in unit.matches]
    for found in WORD.finditer(blanked(unit.source)):
        if not _is_name(found) or found[0].casefold() in there or _is_numbers(found[0], shapes):
            continue
        if not any(start <= found.start() < end for start, end in known):
            message = f"“{found[0]}” of the source is not here; see whether it has another name in this language"
            yield Finding("name", Level.INFO, message)


def _shape(text: str) -> str:
    """A text with each of its numbers the same."""
    return re.sub(r"\d+", "0", text)


def _is_numbers(name: str, shapes: str) -> bool:
    """Whether only the digits of a name are others, which the check of numbers tells: HER3 for HER2."""
    shape = _shape(name.casefold())
    return "0" in shape and shape in shapes


def _is_name(found: re.Match[str]) -> bool:
    """Whether it is NATO, iPhone, LibreOffice or G7, and not Monday, 3D, U.S. or a part of an address."""
    word, text = found[0], found.string
    return (
        "_" not in word
        and "." not in {text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]}
        and word[0].isalpha()
        and any(map(str.isupper, word))
        and any(char.isupper() or char.isdecimal() for char in word[1:])
    )
