"""A locale as gettext names it → a language tag as browsers know it, and a name as people do."""

from __future__ import annotations

from translate.core.text.locales import parse
from translate.languages.cldr import english_name


def tag(locale: str) -> str:
    """The language tag of BCP 47: ``pt-BR``, ``zh-Hant-TW``, ``sr-Latn``; empty where none is known."""
    known = parse(locale)
    return known.tag.partition("-x-")[0] if known else ""  # A browser knows nothing of what is private.


def name(locale: str) -> str:
    """The language's name in English with the locale behind it; the locale alone where it has no name."""
    known = parse(locale)
    named = english_name(locale) or (english_name(known.language) if known else None)
    return f"{named} ({locale})" if named else locale
