"""A locale as gettext names it → a language tag as browsers know it, and a name as people do."""

from __future__ import annotations

import re

_LOCALE = re.compile(r"([a-z]{2,3})(?:_([A-Z][a-z]{3}))?(?:_([A-Z]{2}|\d{3}))?(?:@([a-z]+))?")
_SCRIPTS = {"arabic": "Arab", "cyrillic": "Cyrl", "devanagari": "Deva", "iqtelif": "Latn", "latin": "Latn"}
_VARIANTS = {"tarask", "valencia"}


def tag(locale: str) -> str:
    """The language tag of BCP 47: ``pt-BR``, ``zh-Hant-TW``, ``sr-Latn``; empty where none is known."""
    found = _LOCALE.fullmatch(locale)
    if not found:
        return ""
    language, script, region, modifier = found.groups()
    variant = modifier if modifier in _VARIANTS else None
    return "-".join(part for part in (language, script or _SCRIPTS.get(modifier or ""), region, variant) if part)


def name(locale: str) -> str:
    """The language's name in English with the locale behind it; the locale alone where it has no name."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  Slow to import.

    found = _LOCALE.fullmatch(locale)
    if not found:
        return locale
    language, script, region, modifier = found.groups()
    try:
        known = Locale(language, script=script or _SCRIPTS.get(modifier or ""), territory=region)
    except UnknownLocaleError:
        try:
            known = Locale(language)
        except UnknownLocaleError:
            return locale
    return f"{known.get_display_name('en') or language} ({locale})"
