"""``newsdesk glossary stats``: what the glossary of each locale comes to in figures."""

from __future__ import annotations

from collections.abc import Sequence

from translate.core.linting.statistics import Statistics, statistics_of
from translate.core.results.summary import Trouble
from translate.settings import Settings
from translate.workflow.locales import chosen
from translate.workflow.steps import Announce, silently
from translate.workflow.usage import Usage


def statistics(
    settings: Settings, locales: Sequence[str] = (), *, announce: Announce = silently
) -> tuple[tuple[Statistics, ...], tuple[Trouble, ...]]:
    """Count the rows of the project's glossaries, and how they are used in its PO files.

    Args:
        settings: The project.
        locales: Only these; none for all of the project's.
        announce: Told of the files as they come.

    Returns:
        The figures of one locale after the other, and what could not be read.

    Raises:
        SettingsError: A locale is none.
    """
    wanted = chosen(settings, locales)
    usage = Usage(settings, wanted)
    found = tuple(statistics_of(glossary, used) for glossary, used in usage.by_locale(wanted, announce))
    return found, usage.troubles
