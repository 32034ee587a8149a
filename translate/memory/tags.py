"""Locales as gettext writes them ⇄ language tags as XML does."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "devanagari": "Deva"}
"""gettext's modifiers that BCP 47 writes as a script."""
_MODIFIERS = {script: modifier for modifier, script in _SCRIPTS.items()}
_VARIANT = 5
"""A shorter subtag would be a region or a script (RFC 5646, section 2.2.5)."""
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:[-_](?P<script>[a-z]{4}))?(?:[-_](?P<region>[a-z]{2}|\d{3}))?"
    r"(?:[-_@](?:x[-_])?(?P<modifier>[a-z]+))?",
    re.IGNORECASE,
)


def tag_of(locale: str) -> str:
    """The language tag of a locale: ``pt_BR`` → ``pt-BR``, ``sr@latin`` → ``sr-Latn``."""
    base, _, modifier = locale.replace("_", "-").partition("@")
    language, hyphen, region = base.partition("-")
    if modifier in _SCRIPTS and len(region) in {0, 2, 3}:
        return f"{language}-{_SCRIPTS[modifier]}{hyphen}{region}"
    if modifier:
        return f"{base}-{modifier}" if len(modifier) >= _VARIANT else f"{base}-x-{modifier}"
    return base


def locale_of(tag: str) -> str | None:
    """The locale of a language tag, whatever its capitals: ``PT-br`` → ``pt_BR``; None where it is no such tag."""
    found = _TAG.fullmatch(tag.strip())
    if found is None:
        return None
    language, script, region, modifier = (found[name] or "" for name in ("language", "script", "region", "modifier"))
    script = script.title()
    if script in _MODIFIERS and not modifier:
        script, modifier = "", _MODIFIERS[script]
    parts = (language.lower(), script, region.upper())
    return "_".join(part for part in parts if part) + (f"@{modifier.lower()}" if modifier else "")


def pick(locale: str, offered: Iterable[str]) -> str | None:
    """Which of the offered locales serves one: itself, or where it names only a language, that of any region.

    ``et`` is served by ``et_EE``; ``pt_BR`` is not by ``pt`` nor by ``pt_PT``. None where none serves.
    """
    known = sorted(offered)
    if locale in known:
        return locale
    return next((o for o in known if o.startswith(f"{locale}_") and "@" not in o), None)
