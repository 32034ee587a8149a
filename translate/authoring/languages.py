"""Which dictionary declines which language."""

from __future__ import annotations

from translate.authoring.interface import Suggester
from translate.authoring.pymorphy import Pymorphy
from translate.authoring.vabamorf import Vabamorf
from translate.core.text.locales import language_of
from translate.errors import FormsError


def suggester_for(locale: str) -> Suggester:
    """The dictionary of a locale, loaded.

    Raises:
        FormsError: There is none for the language, or its package is not installed.
    """
    language = language_of(locale)
    if language == "et":
        return Vabamorf()
    if language in {"ru", "uk"}:
        return Pymorphy(language)
    raise FormsError(
        f"newsdesk has no dictionary for “{locale}”; decline like a word whose forms you know: --like WORD,"
        f" or the column declines_like"
    )
