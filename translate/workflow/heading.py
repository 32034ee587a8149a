"""The header of a new PO or POT file of the project."""

from __future__ import annotations

from datetime import datetime

from translate import __version__
from translate.catalogs import headers
from translate.core.entries.catalog import Header
from translate.settings import Settings


def new_header(settings: Settings, locale: str | None, now: datetime) -> Header:
    """Make a header; see `headers.new_header`.

    Args:
        settings: The project.
        locale: The language to translate into; None for a POT file.
        now: The time.
    """
    return headers.new_header(
        project=settings.name,
        contact=settings.contact,
        locale=locale,
        source_language=settings.source,
        created=now,
        generator=f"newsdesk {__version__}",
    )
