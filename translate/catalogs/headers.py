"""Make the header of a new PO or POT file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from translate.core.entries.catalog import Catalog, Entry, Header
from translate.languages.cldr import english_name, plural_forms

_ENCODING = ("MIME-Version", "Content-Type", "Content-Transfer-Encoding")
FORMAT = "1"
"""What the ``X-Newsdesk-Format`` of our files says."""


def new_header(
    *,
    project: str,
    contact: str,
    locale: str | None,
    source_language: str,
    created: datetime,
    generator: str,
    team: str | None = None,
) -> Header:
    """Make a header with every standard field, so that no editor has to add one.

    Args:
        project: The project's name, such as ``example-news``.
        contact: The mail address of whoever answers for the source texts and the drafts.
        locale: The language to translate into, such as ``et`` or ``pt_BR``; None for a POT file, which is fuzzy and
            has the placeholders that msginit fills.
        source_language: The language of the articles.
        created: Now, with its time zone.
        generator: The program with its version, parted by a space.
        team: The mail or web address of the locale's translators.
    """
    if locale is None:
        title = f"Translation template of {project}."
        revised, translator, language_team = (
            "YEAR-MO-DA HO:MI+ZONE",
            "FULL NAME <EMAIL@ADDRESS>",
            "LANGUAGE <LL@li.org>",
        )
    else:
        language = english_name(locale) or locale
        title = f"{language} translation of {project}."
        revised, translator = timestamp(created), f"{generator.partition(' ')[0]} <{contact}>"
        language_team = f"{language} <{team}>" if team else language
    fields = {
        "Project-Id-Version": project,
        "Report-Msgid-Bugs-To": contact,
        "POT-Creation-Date": timestamp(created),
        "PO-Revision-Date": revised,
        "Last-Translator": translator,
        "Language-Team": language_team,
        "Language": locale or "",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms(locale) if locale else None,
        "X-Generator": generator,
        "X-Newsdesk-Format": FORMAT,
        "X-Source-Language": source_language,
    }
    return Header(
        fields=tuple((name, _one_line(value)) for name, value in fields.items() if value is not None),
        comments=(_one_line(title), ""),
        fuzzy=locale is None,
    )


def revised(old: Catalog, entries: Sequence[Entry], moment: datetime) -> Header:
    """The header that a file had, with the dates of what changes in it.

    Args:
        old: The file as it was.
        entries: Its entries from now on.
        moment: Now, with its time zone.
    """
    header = old.header
    if [e.key for e in entries if not e.obsolete] != [e.key for e in old.entries if not e.obsolete]:
        header = header.set("POT-Creation-Date", timestamp(moment))
    return header.set("PO-Revision-Date", timestamp(moment))


def completed(header: Header, by: Header) -> Header:
    """A header of which a part was cut off, with the fields that are missing in it.

    Args:
        header: What is there; it stays as it is where it says in which encoding the file is, as gettext asks for.
        by: A new header of the file.
    """
    if all(header.get(name) is not None for name in _ENCODING):
        return header
    missing = ((name, value) for name, value in by.fields if header.get(name) is None)
    return Header((*header.fields, *missing), header.comments, header.fuzzy)


def timestamp(moment: datetime) -> str:
    """A moment with its time zone as PO headers write it: ``2026-10-01 04:00+0000``."""
    return f"{moment:%Y-%m-%d %H:%M%z}"


def _one_line(value: str) -> str:
    return " ".join(value.split())
