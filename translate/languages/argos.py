"""What Argos Translate may call a locale."""

from __future__ import annotations

import re

from translate.core.text.locales import Locale, parse
from translate.languages.cldr import likely_script
from translate.languages.loading import load_language


def argos_codes(locale: str) -> tuple[str, ...]:
    """The codes that a package for this locale may have, the exact one first: ``pt_BR`` → ``pt-br``, ``pb``, ``pt``.

    The language alone is among them only where it is written in the locale's script: who reads Traditional Chinese
    (``zt``) is served by no package of Simplified (``zh``).

    Args:
        locale: In any spelling; Argos' own codes stand for themselves.
    """
    codes = [same_spelling(locale)]
    if known := parse(locale):
        language = load_language(locale)
        for part, own in language.argos:
            if part in {known.region, language.script}:
                codes += [f"{known.language}-{part}".lower(), own]
        script = language.script or likely_script(known)
        if not script or script == likely_script(Locale(known.language)):
            codes.append(known.language)
    return tuple(dict.fromkeys(filter(None, codes)))


def same_spelling(code: str, separator: str = "-") -> str:
    """A code of a package as all are compared: in small letters, with hyphens."""
    return re.sub("[-_]", separator, code).lower()
