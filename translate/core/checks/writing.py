"""Find translations in the wrong writing system."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from translate.core.checks.findings import Finding, Level, Unit
from translate.core.text.words import LETTERS

_SCRIPTS = {
    "Latn": "Latin",
    "Cyrl": "Cyrillic",
    "Grek": "Greek",
    "Hebr": "Hebrew",
    "Arab": "Arabic",
    "Armn": "Armenian",
    "Geor": "Georgian",
    "Deva": "Devanagari",
    "Thai": "Thai",
    "Kore": "Hangul",
    "Hans": "CJK",
    "Hant": "CJK",
}
"""What Unicode's names of letters begin with, by script; what is written in several scripts at once is not in it."""
_FEWEST = 10
"""Letters that say something about a text."""


def check_writing(unit: Unit) -> Iterator[Finding]:
    """Yield an error ``wrong-script`` where most letters of the translation are of another writing system.

    Words of the source do not count, since names may stay; neither do texts of a few letters.
    """
    script = written(unit.language.script)
    if script is None or (unit.target.isascii() and script == "Latin"):
        return
    known = frozenset(LETTERS.findall(unit.source))
    letters = "".join(word for word in LETTERS.findall(unit.target) if word not in known)
    right = sum(unicodedata.name(letter, "").startswith(script.upper()) for letter in letters)
    if len(letters) >= _FEWEST and right * 2 < len(letters):
        message = f"most of this is not written in {script} letters; see whether it is the right language"
        yield Finding("wrong-script", Level.ERROR, message)


def written(script: str) -> str | None:
    """The name of a script of ISO 15924; None for one whose letters cannot be told by their names."""
    return _SCRIPTS.get(script)
