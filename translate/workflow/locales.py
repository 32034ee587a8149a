"""The locales that a command is to work on."""

from __future__ import annotations

from collections.abc import Sequence

from translate.core.text.guessing import did_you_mean
from translate.core.text.locales import is_code
from translate.errors import SettingsError
from translate.settings import Settings


def chosen(settings: Settings, locales: Sequence[str]) -> tuple[str, ...]:
    """The locales that were asked for, each once; the project's where none was.

    Args:
        settings: The project.
        locales: What the user named.

    Raises:
        SettingsError: One of them is no locale, or none of the project's.
    """
    for locale in locales:
        if not is_code(locale):
            raise SettingsError(f"“{locale}” is no locale; write it as gettext does, such as et, ru or pt_BR")
        if locale not in settings.locales:
            own = ", ".join(settings.locales)
            advice = did_you_mean(locale, settings.locales, otherwise="; add it in newsdesk.toml first")
            raise SettingsError(f"“{locale}” is none of the project's locales ({own}){advice}")
    return tuple(dict.fromkeys(locales or settings.locales))
