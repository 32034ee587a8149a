"""The header of a new PO or POT file of the project."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from translate import __version__
from translate.catalogs import headers
from translate.core.entries.catalog import Catalog, Entry, Header
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


def header_of(
    settings: Settings, locale: str, before: Catalog | None, entries: Sequence[Entry], now: datetime
) -> Header:
    """The header of a PO file that is written: the one that it had, with what may be missing in it, or a new one.

    Args:
        settings: The project.
        locale: The language of the translations.
        before: What the file says; None where there is none.
        entries: What it says from now on.
        now: The time.
    """
    header = new_header(settings, locale, now)
    if before is None or not before.header.fields:
        return header
    return headers.completed(headers.revised(before, entries, now), header)
