"""What a locale is, whoever wrote it: gettext's ``sr@latin`` and BCP 47's ``sr-Latn`` are one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from translate import patterns
from translate.values import dataclass

_CODE = patterns.compile(r"[a-z]{2,3}(_[A-Z][a-z]{3})?(_([A-Z]{2}|[0-9]{3}))?(@[a-z]+)?")
_ANY = patterns.compile(
    r"""
    (?P<language> [a-z]{2,3} )
    (?: [-_] (?P<script> [a-z]{4} ) )?
    (?: [-_] (?P<region> [a-z]{2} | [0-9]{3} ) )?
    (?: \. [\w-]+ )?                                              # et_EE.UTF-8
    (?: (?: @ | [-_]x[-_] ) (?P<modifier> [a-z]+ ) | [-_] (?P<variant> [a-z]{5,} ) )?
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_VARIANTS = frozenset({"aranes", "oxendict", "tarask", "valencia"})
"""Modifiers that BCP 47 has as registered variants; any other is for private use (RFC 5646, section 2.2.7)."""
_SCRIPTS = {"arabic": "Arab", "cyrillic": "Cyrl", "devanagari": "Deva", "iqtelif": "Latn", "latin": "Latn"}
"""gettext's modifiers that say a script, as ISO 15924 has it."""
_MODIFIERS = {"Arab": "arabic", "Cyrl": "cyrillic", "Deva": "devanagari", "Latn": "latin"}
_OWN_MODIFIERS = {("tt", "Latn"): "iqtelif"}


@dataclass(frozen=True, slots=True, order=True)
class Locale:
    """A language as a group of readers writes it. `parse` makes one; two that mean the same are equal.

    ``str()`` gives gettext's code: ``pt_BR``, ``zh_Hant_TW``, ``sr@latin``.
    """

    language: str
    """Of ISO 639, in small letters: ``et``."""
    script: str = ""
    """Of ISO 15924, where one is named: ``Hant``, and ``Latn`` for ``@latin``."""
    region: str = ""
    """Of ISO 3166, or three digits, where one is named: ``BR``, ``419``."""
    modifier: str = ""
    """What else gettext writes behind ``@``: ``valencia``; never a script."""

    def __str__(self) -> str:
        named = _OWN_MODIFIERS.get((self.language, self.script)) or _MODIFIERS.get(self.script)
        if self.modifier or not named:
            return self.with_script
        return f"{replace(self, script='').with_script}@{named}"

    @property
    def with_script(self) -> str:
        """The code with the script as a part of its own: ``sr_Latn``, which is ``sr@latin``."""
        code = "_".join(filter(None, (self.language, self.script, self.region)))
        return f"{code}@{self.modifier}" if self.modifier else code

    @property
    def tag(self) -> str:
        """The language tag of BCP 47: ``pt-BR``, ``sr-Latn``, ``ca-valencia``, ``de-x-euro``."""
        subtags = [self.language, self.script, self.region]
        if self.modifier:
            subtags += [self.modifier] if self.modifier in _VARIANTS else ["x", self.modifier]
        return "-".join(filter(None, subtags))


def parse(text: str) -> Locale | None:
    """Read a locale in gettext's spelling or as a tag of BCP 47, whatever its capitals; None where it is none.

    A codeset is left out: ``et_EE.UTF-8`` is ``et_EE``.
    """
    found = _ANY.fullmatch(text)
    if found is None:
        return None
    script = (found["script"] or "").title()
    modifier = (found["modifier"] or found["variant"] or "").lower()
    if modifier in _SCRIPTS and script in {"", _SCRIPTS[modifier]}:
        script, modifier = _SCRIPTS[modifier], ""
    return Locale(found["language"].lower(), script, (found["region"] or "").upper(), modifier)


def is_code(text: str) -> bool:
    """Whether a text is a locale spelt as gettext does, capitals and all: ``et``, ``pt_BR``, ``zh_Hant_TW``."""
    return _CODE.fullmatch(text) is not None


def language_of(text: str) -> str:
    """The language of a locale: ``pt`` for ``pt_BR``; empty for what is no locale."""
    locale = parse(text)
    return locale.language if locale else ""


def spellings(code: str) -> tuple[str, ...]:
    """The codes that gettext may have for a locale: ``sr@latin``, ``sr_Latn``; none for what is no locale."""
    locale = parse(code)
    return tuple(dict.fromkeys((str(locale), locale.with_script))) if locale else ()


def general(code: str) -> tuple[str, ...]:
    """A locale in each of its spellings, and what holds where it has nothing of its own, the most special first.

    ``sr_RS@latin``, ``sr_Latn_RS``, ``sr_Latn``, ``sr@latin``, ``sr_RS``, ``sr``. Of two that are as special, the one
    with a script comes first, and then the one that is spelt as it was asked for.
    """
    cuts = [cut for way in (code, *spellings(code)) for cut in _cuts(way)]
    every = dict.fromkeys(way for cut in cuts for way in (cut, *spellings(cut)))
    return tuple(sorted(every, key=_how_special, reverse=True))


def _cuts(code: str) -> Iterator[str]:
    parts = re.split(r"([_@-])", code)
    return ("".join(parts[:n]) for n in range(len(parts), 0, -2))


def _how_special(code: str) -> tuple[int, bool]:
    locale = parse(code)
    named = (locale.script, locale.region, locale.modifier) if locale else ()
    return sum(map(bool, named)), bool(locale and locale.script)
