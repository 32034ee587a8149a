"""``newsdesk doctor``: what newsdesk can do here, and what is missing."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from translate.core.results.checkup import Check
from translate.errors import NewsdeskError
from translate.files import trust
from translate.models.installed import installed
from translate.models.places import packages_folder
from translate.reports import losses, news
from translate.settings import Settings
from translate.workflow import articles, listings, vocabulary
from translate.workflow.folders import untidied
from translate.workflow.lists import Lists
from translate.workflow.pairs import pairs
from translate.workflow.relief import started
from translate.workflow.status import status
from translate.workflow.stores import stores
from translate.workflow.strays import strays
from translate.workflow.unread import unread

GETTEXT = ("msgfmt", "msgcat")


def doctor(settings: Settings, *, now: datetime) -> tuple[Check, ...]:
    """Look at everything that a run needs; only engines cost more than a moment, as each is tried with a sentence."""
    return (
        *_settings(settings),
        *_account(),
        *_articles(settings),
        *listings.shows(settings),
        *(check for locale in settings.locales for check in vocabulary.glossary(settings, locale)),
        *vocabulary.files(settings),
        *(check for locale in settings.locales for check in _engine(settings, locale)),
        *_packages(),
        *pairs(settings),
        *_catalogs(settings, now),
        *stores(settings),
        *_strays(settings),
        *_left(settings),
        *_programs(),
    )


def _settings(settings: Settings) -> Iterator[Check]:
    for passed in settings.passed_over:
        yield Check("settings", fine=False, message=passed.told)


def _account() -> Iterator[Check]:
    """Who else could become the account that we run as, or put words into its engine's mouth."""
    with contextlib.suppress(OSError, RuntimeError):
        if others := trust.open_to_others(Path.home()):
            yield Check("account", fine=False, message=_open(*others, f"become {trust.account()}, whose home it is"))
    with contextlib.suppress(OSError, NewsdeskError):
        if others := trust.open_to_others(packages_folder()):
            yield Check("account", fine=False, message=_open(*others, "change the packages that drafts are made with"))


def _open(place: Path, who: str, could: str) -> str:
    return f"{who} can write to {place}, and so could {could}; see that only {trust.we()} can"


def _articles(settings: Settings) -> Iterator[Check]:
    every = Lists(settings)
    listed, troubles = articles.find(settings)
    documents, unreadable = articles.read(settings, [path for path in listed if path != every.folder])
    told_apart = {str(trouble) for trouble in every.find().troubles}
    for error in (*troubles, *unreadable):
        if str(error) not in told_apart:
            yield Check("articles", fine=False, message=str(error))
    for folder, names in unread(settings):
        yield Check("articles", fine=True, message=f"{folder}: no format reads {', '.join(names)}")
    yield Check("articles", fine=bool(documents) or every.folder in listed, message=f"{len(documents)} can be read")


def _engine(settings: Settings, locale: str) -> Iterator[Check]:
    subject = f"engine {settings.source} → {locale}"
    try:
        chosen = started(settings, settings.engine, locale)
    except NewsdeskError as error:
        yield Check(subject, fine=False, message=str(error))
        return
    for trouble in chosen.troubles:
        yield Check(subject, fine=False, message=str(trouble))
    if chosen.signature is not None:
        yield Check(subject, fine=True, message=chosen.signature)
    elif not chosen.troubles:
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


def _catalogs(settings: Settings, now: datetime) -> Iterator[Check]:
    found = status(settings, now=now)
    for trouble in found.troubles:
        yield Check("PO files", fine=False, message=trouble.message)
    for loss in found.lost:
        yield Check("people's texts", fine=False, message=losses.of_file(loss))
    if untrue := news.headline(found.news):
        yield Check("still true?", fine=False, message=f"{untrue}; “newsdesk status” shows what was and what is")
    base = settings.root / settings.catalogs
    place = base if base.exists() else settings.root
    writable = os.access(place, os.W_OK)
    message = f"{len(found.catalogs)} can be read" if writable else f"{place} cannot be written to"
    yield Check("PO files", fine=writable, message=message)


def _strays(settings: Settings) -> Iterator[Check]:
    """What is no work: a copy wants somebody to bring it together with its original, the rest may stay."""
    for stray in strays(settings, articles.named(settings)):
        yield Check("no work", fine=stray.original is None, message=stray.told)


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
