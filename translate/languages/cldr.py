"""What the Unicode consortium's CLDR knows of locales, as babel brings it: names, plural forms, likely scripts."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from translate.core.text.locales import Locale, is_code, parse

if TYPE_CHECKING:
    import babel


_TO_THE_LEFT = frozenset({"Adlm", "Arab", "Hebr", "Nkoo", "Syrc", "Thaa"})
"""The living scripts that are written from right to left, as ISO 15924 has them."""


def english_name(code: str) -> str | None:
    """The English name of a locale, such as ``Portuguese (Brazil)``; None where CLDR does not know it."""
    known = known_locale(code)
    return known.english_name if known else None


def plural_forms(code: str) -> str | None:
    """The ``Plural-Forms`` of a locale, as msginit has them too; None where CLDR does not know the locale."""
    from babel.messages.plurals import get_plural

    known = known_locale(code)
    return get_plural(known).plural_forms if known else None


@lru_cache(maxsize=256)
def likely_script(locale: Locale) -> str:
    """The script that a locale is written in: the one that it names, or else the likeliest: ``Hant`` for ``zh_HK``.

    Empty where CLDR does not know the language.
    """
    if locale.script:
        return locale.script
    from babel.core import get_global

    likely = get_global("likely_subtags")
    full = likely.get(f"{locale.language}_{locale.region}") or likely.get(locale.language, "")
    return next((part for part in full.split("_")[1:] if len(part) == len("Latn")), "")


def direction(code: str) -> str:
    """The direction that a locale is written in, as HTML names it: ``ltr`` or ``rtl``."""
    locale = parse(code)
    return "rtl" if locale and likely_script(locale) in _TO_THE_LEFT else "ltr"


def is_akin(one: str, other: str) -> bool:
    """Whether two codes may be of one locale, as ``pt`` and ``pt_BR`` or ``et_EE`` and ``et``: never of two regions."""
    both = [parse(code) for code in (one, other) if is_code(code)]
    known = [locale for locale in both if locale]
    same = {(locale.language, locale.modifier, likely_script(locale)) for locale in known}
    regions = {locale.region for locale in known if locale.region}
    return len(known) == len((one, other)) and len(same) == 1 and len(regions) <= 1


def known_locale(code: str) -> babel.Locale | None:
    """Babel's data for a locale, or for as much of it as there is; never in another script or in a region not named."""
    from babel import Locale as Data
    from babel import UnknownLocaleError

    locale = parse(code)
    if locale is None:
        return None
    less = ((locale.region,), (locale.script,), ()) if locale.script else ()
    for parts in ((locale.script, locale.region), *less):
        try:
            found = Data.parse("_".join(filter(None, (locale.language, *parts))))
        except (UnknownLocaleError, ValueError):
            continue
        if locale.script and found.script not in {None, locale.script}:
            continue  # The likeliest one of the region: “zh_TW” for “zh_Hans_TW”.
        # CLDR takes a language by another of its codes for one of a region: “iw” for Hebrew as Israel has it.
        return found if locale.region or not found.territory else Data(found.language)
    return None


@lru_cache(maxsize=4)
def common_names(code: str) -> frozenset[str]:
    """The names of countries, the codes of these, and the names of languages, in small letters.

    Those of a language; nothing where CLDR does not know it.
    """
    known = known_locale(code)
    if known is None:
        return frozenset()
    names = (*known.territories.values(), *known.languages.values(), *known.territories)
    return frozenset(str(name).lower() for name in names)


@lru_cache(maxsize=4)
def calendar(code: str) -> frozenset[str]:
    """The names of months and days in a language, in small letters; nothing where CLDR does not know it."""
    known = known_locale(code)
    if known is None:
        return frozenset()
    tables = (table for each in (known.months, known.days) for kind in each.values() for table in kind.values())
    return frozenset(str(name).lower().rstrip(".") for table in tables for name in table.values())
