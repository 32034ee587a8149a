"""``newsdesk draft``: from articles to PO files that a translator can start on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from translate.core.results.summary import CatalogResult, Summary, Trouble
from translate.errors import NewsdeskError
from translate.ledger.pages import FILE, About, Ledger
from translate.settings import Settings
from translate.workflow import settled
from translate.workflow.article import draft_article, write_template
from translate.workflow.clock import Clock
from translate.workflow.opening import Opened, opened
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


def draft(
    settings: Settings,
    paths: Sequence[Path] = (),
    *,
    locales: Sequence[str] = (),
    engine: str | None = None,
    dry_run: bool = False,
    now: datetime,
    clock: Clock,
    announce: Announce = silently,
) -> Summary:
    """Draft articles into the project's locales.

    Args:
        settings: The project.
        paths: The articles, files or folders; none for all that the project has.
        locales: The locales to draft into; none for all of the project's.
        engine: The engine's name, or ``auto``; None for the one that the settings name.
        dry_run: Do everything but write.
        now: The time at which it begins; new headers carry it.
        clock: The time while it is at work.
        announce: Told of the steps as they come.

    Returns:
        What was done. Trouble with one article, glossary row or PO file is told in it and stops nothing else.

    Raises:
        NewsdeskError: Nothing could be done at all.
    """
    with (
        Ledger(settings.root / FILE, keep=not dry_run) as ledger,
        opened(
            settings,
            paths,
            locales=locales,
            engine=engine,
            dry_run=dry_run,
            ledger=ledger,
            now=now,
            clock=clock,
            announce=announce,
        ) as ready,
    ):
        return draft_all(ready, announce=announce)


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
            now_ns = self.ready.clock.nanoseconds()
            self.unsealed = settled.remember(self.ready.ledger, self.unsealed, now_ns)
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
