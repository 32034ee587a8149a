"""``newsdesk draft``: from articles to PO files that a translator can start on."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from translate.core.entries.template import template
from translate.core.results.summary import CatalogResult, Summary, Trouble
from translate.documents.reading import Reader
from translate.documents.slugs import slug_of
from translate.errors import NewsdeskError
from translate.ledger.pages import FILE, About, Ledger
from translate.ledger.states import nanoseconds, state_of
from translate.settings import Settings
from translate.workflow import articles, remembering, settled
from translate.workflow.article import Article, Run, draft_article, files_of, write_template
from translate.workflow.desk import Desk, open_desks
from translate.workflow.folders import tidied
from translate.workflow.locales import chosen
from translate.workflow.places import shown_path
from translate.workflow.settled import Finished
from translate.workflow.steps import Announce, InParts, silently
from translate.workflow.troubles import trouble_of

_PATIENCE = 3
"""An engine that fails on so many articles in a row is given up for the run."""

_PAGES_AT_ONCE = 25
"""The ledger is written after so many articles in a locale: what is not in it yet costs the next run a look."""

_STILL_FRESH = 10
"""So many of them may have been written too lately to be sealed."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A run that is ready to start: what it stands on, and what there is to do."""

    run: Run
    ledger: Ledger
    desks: tuple[Desk, ...]
    reader: Reader
    settled: dict[tuple[str, str], CatalogResult]
    """What is as the last run left it, by article and locale."""
    to_open: tuple[Path, ...]
    """The articles that have to be looked at, the newest first."""
    listed: frozenset[str] | None
    """All articles that the project has, by their shown paths; None where only some were asked for."""
    troubles: tuple[Trouble, ...]

    def read(self, path: Path) -> Article:
        """Read an article.

        Raises:
            DocumentError: It cannot be used.
        """
        seen = state_of(path, nanoseconds(self.run.now)) or ""
        document = self.reader.read(path)
        return Article(path, document, seen, template(document))

    def desks_for(self, shown: str) -> list[Desk]:
        """The locales that an article is not settled in."""
        return [desk for desk in self.desks if (shown, desk.locale) not in self.settled]


def draft(
    settings: Settings,
    paths: Sequence[Path] = (),
    *,
    locales: Sequence[str] = (),
    engine: str | None = None,
    dry_run: bool = False,
    now: datetime,
    announce: Announce = silently,
) -> Summary:
    """Draft articles into the project's locales.

    Args:
        settings: The project.
        paths: The articles, files or folders; none for all that the project has.
        locales: The locales to draft into; none for all of the project's.
        engine: The engine's name, or ``auto``; None for the one that the settings name.
        dry_run: Do everything but write.
        now: The time that new headers carry.
        announce: Told of the steps as they come.

    Returns:
        What was done. Trouble with one article, glossary row or PO file is told in it and stops nothing else.

    Raises:
        NewsdeskError: Nothing could be done at all.
    """
    with opened(settings, paths, locales=locales, engine=engine, dry_run=dry_run, now=now, announce=announce) as ready:
        return draft_all(ready, announce=announce)


@contextlib.contextmanager
def opened(
    settings: Settings,
    paths: Sequence[Path] = (),
    *,
    locales: Sequence[str] = (),
    engine: str | None = None,
    dry_run: bool = False,
    now: datetime,
    announce: Announce = silently,
) -> Iterator[Opened]:
    """Get a run ready; see `draft` for the arguments. Nothing that people work with is written.

    Raises:
        NewsdeskError: Nothing can be done at all.
    """
    wanted = chosen(settings, locales)
    left = () if dry_run else tuple(tidied(settings))  # Before anything is read: it may put a person's text back.
    desks, troubles = open_desks(settings, wanted, engine or settings.engine)
    listed, unusable = articles.find(settings, paths)
    with contextlib.ExitStack() as stack:
        ledger = stack.enter_context(Ledger(settings.root / FILE))
        memory = None
        try:
            fresh = stack.enter_context(remembering.opened(settings, now=now, dry_run=dry_run, announce=announce))
            memory = fresh.memory
            troubles += fresh.troubles
        except NewsdeskError as error:
            troubles.append(error)  # The memory saves work; a run goes on without it.
        desks = [desk.remembering(memory.digest(desk.locale) if memory else "") for desk in desks]
        done, to_open = _settled(settings, ledger, listed, desks, now)
        yield Opened(
            run=Run(settings, memory, now, dry_run),
            ledger=ledger,
            desks=tuple(desks),
            # The usual night: nothing to open, so nothing to look for.
            reader=articles.reader(settings, to_open) if to_open else Reader(settings.root, {}, {}),
            settled=done,
            to_open=tuple(to_open),
            listed=None if paths else frozenset(shown_path(settings, path) for path in listed),
            troubles=(*left, *(trouble_of(error, "") for error in (*troubles, *unusable))),
        )


def _settled(
    settings: Settings, ledger: Ledger, listed: Sequence[Path], desks: Sequence[Desk], now: datetime
) -> tuple[dict[tuple[str, str], CatalogResult], list[Path]]:
    """What is as the last run left it, by article and locale; and the articles that have to be opened."""
    results: dict[tuple[str, str], CatalogResult] = {}
    to_open = []
    for path in listed:
        shown = shown_path(settings, path)
        for desk in desks:
            try:
                found = settled.recall(
                    ledger,
                    files_of(settings, path, desk.locale, slug_of(shown)),
                    shown,
                    locale=desk.locale,
                    context=desk.context,
                    now_ns=nanoseconds(now),
                )
            except NewsdeskError:
                found = None  # Reading the article will tell what is wrong with its name.
            if found is not None:
                results[shown, desk.locale] = found
        if any((shown, desk.locale) not in results for desk in desks):
            to_open.append(path)
    return results, sorted(to_open, key=_age)


def _age(path: Path) -> tuple[int, str]:
    try:
        return -path.stat().st_mtime_ns, str(path)
    except OSError:
        return 0, str(path)


@dataclass(slots=True)
class _Tally:
    """What a run has done so far."""

    ready: Opened
    results: dict[tuple[str, str], CatalogResult]
    troubles: list[Trouble]
    notes: list[str]
    unsealed: list[Finished] = field(default_factory=list)
    failures: Counter[str] = field(default_factory=Counter)
    """How many articles in a row the engine of a locale has failed on."""

    def add(self, finished: Finished) -> None:
        """Count what is done."""
        self.results[finished.result.article, finished.locale] = finished.result

    def seal(self, finished: Sequence[Finished], *, at_once: int = _PAGES_AT_ONCE) -> None:
        """Have the ledger remember what is done, now and then."""
        if self.ready.run.dry_run:
            return
        self.unsealed += finished
        if len(self.unsealed) >= at_once:
            now = datetime.now(self.ready.run.now.tzinfo)
            self.unsealed = settled.remember(self.ready.ledger, self.unsealed, nanoseconds(now))
            # Only what was written last is still too fresh; of the rest the files are gone, or somebody is at them.
            del self.unsealed[:-_STILL_FRESH]


def draft_all(
    ready: Opened, *, out_of_time: Callable[[], bool] = lambda: False, announce: Announce = silently
) -> Summary:
    """Draft the articles of a run that is ready, one after the other: each is written before the next is read.

    Args:
        ready: The run.
        out_of_time: Asked before each article whether to stop.
        announce: Told of the articles as they come.

    Returns:
        What was done.
    """
    tally = _Tally(ready, dict(ready.settled), list(ready.troubles), [])
    settings = ready.run.settings
    advance = announce("Drafting articles", len(ready.to_open)) if ready.to_open else silently("", 0)
    unfinished: tuple[str, ...] = ()
    for number, path in enumerate(ready.to_open):
        if out_of_time():
            unfinished = tuple(shown_path(settings, left) for left in ready.to_open[number:])
            break
        unit = InParts(advance, len(ready.desks))
        try:
            _draft_one(tally, path, unit.announce)
        except Exception as error:  # noqa: BLE001  A bug that one article brings to light must not cost the others.
            tally.troubles.append(trouble_of(error, shown_path(settings, path)))
        unit.finish()
    tally.seal((), at_once=1)
    if ready.listed is not None and not ready.run.dry_run:
        known = ready.ledger.contents(About.ARTICLE)
        ready.ledger.forget(About.ARTICLE, (key for key in known if key[0] not in ready.listed))
    return Summary(
        dry_run=ready.run.dry_run,
        engines=tuple((desk.locale, desk.signature) for desk in ready.desks),
        catalogs=tuple(
            tally.results[key] for desk in ready.desks for key in sorted(tally.results) if key[1] == desk.locale
        ),
        troubles=tuple(dict.fromkeys(tally.troubles)),
        notes=(*tally.notes, *(ready.run.memory.notes if ready.run.memory else ())),
        unfinished=unfinished,
    )


def _draft_one(tally: _Tally, path: Path, announce: Announce) -> None:
    """Draft one article into every locale that wants it; what fails in one is told, and the others go on."""
    ready = tally.ready
    article = ready.read(path)
    shown = article.document.path
    tally.notes += (f"{shown}: {note}" for note in article.document.notes)
    whole = True
    if not ready.run.dry_run:
        try:
            write_template(ready.run, article)
        except NewsdeskError as error:
            tally.troubles.append(trouble_of(error, shown))
            whole = False
    done: list[Finished] = []
    for desk in ready.desks_for(shown):
        given_up = tally.failures[desk.locale] >= _PATIENCE
        try:
            engaged = replace(desk, engine=None) if given_up else desk
            finished, failure = draft_article(ready.run, article, engaged, announce)
        except Exception as error:  # noqa: BLE001  As above: the article's other locales go on.
            tally.troubles.append(trouble_of(error, shown))
            continue
        tally.add(finished)
        if failure is not None:
            tally.troubles.append(trouble_of(failure, shown))
            tally.failures[desk.locale] += 1
            if tally.failures[desk.locale] == _PATIENCE:
                message = f"{desk.locale}: the engine failed on {_PATIENCE} articles in a row; the others are left"
                tally.troubles.append(Trouble(f"{message} untranslated, and the next run tries again"))
        elif not given_up:
            tally.failures[desk.locale] = 0
            done.append(finished)
    if whole:  # What failed is tried again by the next run, though no file changes until then.
        tally.seal(done)
