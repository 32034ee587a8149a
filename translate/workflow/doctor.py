"""``newsdesk doctor``: what newsdesk can do here, and what is missing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate import plugins
from translate.core.terms.glossary import Glossary
from translate.errors import NewsdeskError
from translate.models.installed import installed
from translate.reports.counting import count
from translate.settings import Settings
from translate.termbases.folder import file_names
from translate.workflow import articles
from translate.workflow.folders import untidied
from translate.workflow.places import load_glossary, shown_path
from translate.workflow.status import status

GETTEXT = ("msgfmt", "msgcat")
FIRST_ROWS = 3
"""So many of the rows that lack something are named."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    subject: str
    fine: bool
    message: str
    """What was found; where it is not fine, what to do."""


def doctor(settings: Settings) -> tuple[Check, ...]:
    """Look at everything that a run needs, and at nothing that costs more than a moment."""
    return (
        *_articles(settings),
        *(check for locale in settings.locales for check in _glossary(settings, locale)),
        *_glossary_files(settings),
        *(check for locale in settings.locales for check in _engine(settings, locale)),
        *_packages(),
        *_catalogs(settings),
        *_left(settings),
        *_programs(),
    )


def _articles(settings: Settings) -> Iterator[Check]:
    listed, troubles = articles.find(settings)
    documents, unreadable = articles.read(settings, listed)
    for error in (*troubles, *unreadable):
        yield Check("articles", fine=False, message=str(error))
    yield Check("articles", fine=bool(documents), message=f"{len(documents)} can be read")


def _glossary(settings: Settings, locale: str) -> Iterator[Check]:
    subject = f"glossary {locale}"
    try:
        loaded = load_glossary(settings, locale)
    except NewsdeskError as error:
        yield Check(subject, fine=False, message=str(error))
        return
    for row in loaded.errors:
        yield Check(subject, fine=False, message=str(row))
    yield Check(subject, fine=True, message=count(len(loaded.glossary.terms), "term") + _without_forms(loaded.glossary))


def _without_forms(glossary: Glossary) -> str:
    """How many rows list no forms and should, and which come first; nothing where there is none."""
    bare = [term.origin for term in glossary.without_forms if term.origin]
    if not bare:
        return ""
    first = ", ".join(f"{place.path}:{place.line}" for place in bare[:FIRST_ROWS])
    more = " …" if len(bare) > FIRST_ROWS else ""
    advice = f"“newsdesk glossary suggest-forms --locale {glossary.locale}” proposes some"
    return f"; {count(len(bare), 'row lists', 'rows list')} no forms ({first}{more}): {advice}"


def _glossary_files(settings: Settings) -> Iterator[Check]:
    """Files that nothing reads, as a slip in a name would have it: their terms would be missing without a word."""
    folder = settings.root / settings.glossaries
    if not folder.is_dir():
        message = f"there is no folder “{settings.glossaries}”; make it, or name another under “glossaries”"
        yield Check("glossaries", fine=False, message=message)
        return
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() == ".csv" and not _is_read(path.name, settings.locales):
            message = "belongs to none of the project's locales and is not read; rename it, or add its locale"
            yield Check("glossaries", fine=False, message=f"{shown_path(settings, path)}: {message}")


def _is_read(name: str, locales: Sequence[str]) -> bool:
    return any(name in file_names(locale) for locale in locales)


def _engine(settings: Settings, locale: str) -> Iterator[Check]:
    subject = f"engine {settings.source} → {locale}"
    try:
        chosen = plugins.choose_engine(settings.engine, settings.source, locale, settings.engines)
    except NewsdeskError as error:
        yield Check(subject, fine=False, message=str(error))
        return
    if chosen is not None:
        yield Check(subject, fine=True, message=chosen[1])
        return
    advice = f"none; try “newsdesk models install {settings.source} {locale}”, or one of Debian's apertium packages"
    yield Check(subject, fine=False, message=advice)


def _packages() -> Iterator[Check]:
    try:
        found = installed()
    except NewsdeskError as error:
        yield Check("Argos packages", fine=False, message=str(error))
        return
    for package in found:
        if package.state == "broken":
            yield Check("Argos packages", fine=False, message=f"{package.path}: {package.reason}")
    yield Check("Argos packages", fine=True, message=f"{len(found)} installed")


def _catalogs(settings: Settings) -> Iterator[Check]:
    found = status(settings)
    for trouble in found.troubles:
        yield Check("PO files", fine=False, message=trouble.message)
    base = settings.root / settings.catalogs
    place = base if base.exists() else settings.root
    writable = os.access(place, os.W_OK)
    message = f"{len(found.catalogs)} can be read" if writable else f"{place} cannot be written to"
    yield Check("PO files", fine=writable, message=message)


def _left(settings: Settings) -> Iterator[Check]:
    """What runs left that were killed while they saved: it may hold what a person wrote."""
    left = list(untidied(settings))
    for sentence in left:
        yield Check("saving", fine=False, message=sentence)
    if not left:
        yield Check("saving", fine=True, message="nothing is left of runs that were killed")


def _programs() -> Iterator[Check]:
    """GNU gettext is not needed to draft; translators and tests like to have it."""
    for program in GETTEXT:
        where = shutil.which(program)
        yield Check(program, fine=True, message=where or "not installed, and not needed to draft")
