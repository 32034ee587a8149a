"""Find translations in the wrong writing system."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from translate import patterns
from translate.core.checks.findings import Finding, Level, Unit

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
_RUN = patterns.compile(r"[A-Za-z\u00c0-\u024f]+|[^\W\d_A-Za-z\u00c0-\u024f]+")
"""Letters in a row that are Latin, or none of them: a name in Latin letters may touch Chinese ones."""
_FEWEST = 10
"""Letters that say something about a text."""


def check_writing(unit: Unit) -> Iterator[Finding]:
    """Yield an error ``wrong-script`` where most letters of the translation are of another writing system.

    Words of the source do not count, since names may stay; neither do texts of a few letters.
    """
    script = written(unit.language.script)
    if script is None or (unit.target.isascii() and script == "Latin"):
        return
    known = frozenset(_RUN.findall(unit.source))
    letters = "".join(word for word in _RUN.findall(unit.target) if word not in known)
    right = sum(unicodedata.name(letter, "").startswith(script.upper()) for letter in letters)
    if len(letters) >= _FEWEST and right * 2 < len(letters):
        message = f"most of this is not written in {script} letters; see whether it is the right language"
        yield Finding("wrong-script", Level.ERROR, message)


def written(script: str) -> str | None:
    """The name of a script of ISO 15924; None for one whose letters cannot be told by their names."""
    return _SCRIPTS.get(script)
