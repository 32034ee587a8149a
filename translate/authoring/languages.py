"""Which dictionary declines which language."""

from __future__ import annotations

from translate.authoring.apertium import Apertium
from translate.authoring.interface import Suggester
from translate.authoring.packages import APERTIUM
from translate.authoring.pymorphy import Pymorphy
from translate.authoring.vabamorf import Vabamorf
from translate.core.text.locales import language_of
from translate.errors import FormsError


def suggester_for(locale: str, apertium: Apertium | None = None) -> Suggester:
    """The dictionary of a locale, loaded.

    Args:
        locale: A locale.
        apertium: Its language pair, for what has no other dictionary.

    Raises:
        FormsError: There is none for the language, or its package is not installed.
    """
    language = language_of(locale)
    if language == "et":
        return Vabamorf()
    if language in {"ru", "uk"}:
        return Pymorphy(language)
    if apertium is not None and apertium.covers:
        return apertium
    package = f"; install Debian's {APERTIUM[language]}, or" if language in APERTIUM else ";"
    raise FormsError(
        f"newsdesk has no dictionary for “{locale}”{package} decline like a word whose forms you know: --like WORD,"
        f" or the column declines_like"
    )
