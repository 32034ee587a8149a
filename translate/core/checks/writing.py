"""Find translations in the wrong writing system."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from translate.core.checks.findings import Finding, Level, Unit, language
from translate.core.text.words import LETTERS

_WRITTEN = {
    "Latin": "af az ca cs cy da de en eo es et eu fi fr ga gl hr hu id is it lb lt lv mt nb nl nn no pl pt ro sk sl sq "
    "sv sw tr uz vi",
    "Cyrillic": "be bg kk ky mk mn ru tg tt uk",
    "Greek": "el",
    "Hebrew": "he yi",
    "Arabic": "ar fa ps ur",
    "Armenian": "hy",
    "Georgian": "ka",
    "Thai": "th",
    "Hangul": "ko",
    "CJK": "yue zh",
}
"""The writing system of a language; one that newsrooms write in two (Serbian), or in several at once, is not in it."""
_SUBTAGS = {"Latn": "Latin", "Cyrl": "Cyrillic", "Arab": "Arabic", "latin": "Latin", "cyrillic": "Cyrillic"}
_FEWEST = 10
"""Letters that say something about a text."""


def check_writing(unit: Unit) -> Iterator[Finding]:
    """Yield an error ``wrong-script`` where most letters of the translation are of another writing system.

    Words of the source do not count, since names may stay; neither do texts of a few letters.
    """
    script = _script_of(unit.locale)
    if script is None or (unit.target.isascii() and script == "Latin"):
        return
    known = frozenset(LETTERS.findall(unit.source))
    letters = "".join(word for word in LETTERS.findall(unit.target) if word not in known)
    right = sum(unicodedata.name(letter, "").startswith(script.upper()) for letter in letters)
    if len(letters) >= _FEWEST and right * 2 < len(letters):
        message = f"most of this is not written in {script} letters; see whether it is the right language"
        yield Finding("wrong-script", Level.ERROR, message)


def _script_of(locale: str) -> str | None:
    parts = locale.replace("-", "_").replace("@", "_").split("_")
    tagged = next((script for part in parts[1:] if (script := _SUBTAGS.get(part))), None)
    return tagged or next((name for name, codes in _WRITTEN.items() if language(locale) in codes.split()), None)
