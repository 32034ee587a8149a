"""Find words that mix the letters of two alphabets."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from translate.core.checks.findings import Finding, Level, Unit
from translate.core.text.words import LETTERS

_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")
"""The alphabets whose letters pass for one another."""
_SIGNS = frozenset("µμπΔΩ")
"""Greek letters that stand in units and formulas."""


def check_scripts(unit: Unit) -> Iterator[Finding]:
    """Yield an error for each word of mixed letters that the source does not have."""
    if unit.target.isascii():
        return
    known = frozenset(LETTERS.findall(unit.source))
    for found in LETTERS.finditer(unit.target):
        word = found[0]
        if word.isascii() or word in known:
            continue
        scripts = {script: letter for letter in reversed(word) if (script := _script(letter))}
        if len(scripts) > 1:
            told = " and ".join(f"“{letter}” is {script.capitalize()}" for script, letter in scripts.items())
            message = f"“{word}” mixes alphabets: {told}; type the word again"
            yield Finding("mixed-alphabets", Level.ERROR, message, found.span())


def _script(letter: str) -> str | None:
    if letter in _SIGNS:
        return None
    name = unicodedata.name(letter, "").partition(" ")[0]
    return name if name in _SCRIPTS else None
