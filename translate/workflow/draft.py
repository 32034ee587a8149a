"""``newsdesk draft``: from articles to PO files that a translator can start on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from translate.core.results.summary import Summary
from translate.core.text.tags import parted
from translate.engines.wordings import Wordings
from translate.errors import NewsdeskError
from translate.ledger.pages import FILE, Ledger
from translate.settings import Settings
from translate.workflow.article import draft_article
from translate.workflow.clock import Clock
from translate.workflow.opening import Opened, opened
from translate.workflow.places import shown_path, wordings_folder
from translate.workflow.settled import Finished
from translate.workflow.steps import Announce, InParts, silently
from translate.workflow.tally import Tally
from translate.workflow.templates import write_template
from translate.workflow.troubles import trouble_of


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
        Ledger(settings.root / FILE, home=settings.root, keep=not dry_run) as ledger,
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
    tally = Tally.of(ready)
    tally.commit()
    tally.follow()
    settings = ready.run.settings
    advance = announce("Drafting articles", len(ready.to_open)) if ready.to_open else silently("", 0)
    unfinished: tuple[str, ...] = ()
    for number, path in enumerate(ready.to_open):
        if out_of_time():
            unfinished = tuple(shown_path(settings, left) for left in ready.to_open[number:])
            break
        unit = InParts(advance, len(ready.desks))
        try:
            _draft_one(tally, path, unit)
        except Exception as error:  # noqa: BLE001  A bug that one article brings to light must not cost the others.
            tally.troubles.append(trouble_of(error, shown_path(settings, path)))
        unit.finish()
    if not ready.run.dry_run:
        _keep_wordings(tally)
    tally.close()
    return tally.summary(unfinished)


def _keep_wordings(tally: Tally) -> None:
    """Keep what was learnt of the engines' words for terms: without it the next run is slower, and nothing else."""
    wordings = Wordings(wordings_folder(tally.ready.run.settings), home=tally.ready.run.settings.root)
    for desk in tally.relief.desks:
        if desk.signature and desk.lexicon:
            wordings.keep(desk.locale, desk.signature, desk.lexicon)


def _draft_one(tally: Tally, path: Path, unit: InParts) -> None:
    """Draft one article into every locale that wants it; what fails in one is told, and the others go on."""
    ready, patience = tally.ready, tally.patience
    article = ready.read(path)
    shown = article.document.path
    tally.notes += (f"{shown}: {note}" for note in article.document.notes)
    settles = not ready.run.dry_run
    if not ready.run.dry_run:
        try:
            write_template(ready.run, article)
        except NewsdeskError as error:
            tally.troubles.append(trouble_of(error, shown))
            settles = False  # What failed is tried again by the next run, though no file changes until then.
    done: list[Finished] = []
    if any(parted(message.msgid).places for message in article.messages):
        unit.expect(2 * len(ready.desks))  # Drafts are made, and then their tags are placed.
    for desk in map(tally.relief.on_duty, ready.desks_for(shown)):
        given_up = patience.is_lost(desk.locale)
        try:
            engaged = desk.without_engine() if given_up else desk
            finished, made = draft_article(ready.run, article, engaged, tally.relief, unit.announce)
        except Exception as error:  # noqa: BLE001  As above: the article's other locales go on.
            tally.troubles.append(trouble_of(error, shown))
            continue
        tally.add(finished)
        tally.notes += (f"{shown}: {note}" for note in made.notes())
        if made.failure is not None:
            tally.troubles += (trouble_of(made.failure, shown), *patience.failed(desk.locale))
        elif not given_up:
            patience.worked(desk.locale)
        done.append(replace(finished, settles=settles and made.failure is None and not given_up))
    tally.write(done)
