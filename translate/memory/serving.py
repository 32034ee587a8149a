"""Find which of the languages in a memory's unit serve a locale."""

from __future__ import annotations

from collections.abc import Iterable

from translate.core.text.locales import Locale, parse
from translate.languages.cldr import likely_script


def serving(locale: str, offered: Iterable[Locale]) -> tuple[Locale, ...]:
    """Which of the offered locales serve one: itself, or where it names no region, those of any region.

    ``et`` is served by ``et_EE``; ``pt_BR`` is not by ``pt`` nor by ``pt_PT``; ``zh_Hant`` is by ``zh_TW``, and ``sr``
    not by ``sr@latin``.
    """
    wanted = parse(locale)
    known = sorted(offered)
    if wanted is None or wanted in known:
        return (wanted,) if wanted else ()
    return tuple(one for one in known if _serves(wanted, one))


def _serves(wanted: Locale, one: Locale) -> bool:
    if (wanted.language, wanted.modifier) != (one.language, one.modifier):
        return False
    return wanted.region in {"", one.region} and likely_script(wanted) == likely_script(one)
