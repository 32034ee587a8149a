"""``newsdesk draft``: from articles to PO files that a translator can start on."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

from translate.core.results.summary import Summary
from translate.engines.wordings import Wordings
from translate.ledger.pages import FILE, Ledger
from translate.settings import Settings
from translate.workflow.clock import Clock
from translate.workflow.opened import Opened
from translate.workflow.opening import opened
from translate.workflow.places import shown_path, wordings_folder
from translate.workflow.processes import local
from translate.workflow.steps import Announce, silently
from translate.workflow.taking import SENTENCES, windows
from translate.workflow.tally import Tally
from translate.workflow.terms import Glossaries
from translate.workflow.window import Crew, draft_windows

Hire = Callable[[Opened], AbstractContextManager[Crew | None]]
"""Gets somebody to draft the sentences of a run; None where nobody can."""


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
            glossaries=Glossaries(settings, writes=not dry_run),
            ledger=ledger,
            now=now,
            clock=clock,
            announce=announce,
        ) as ready,
    ):
        return draft_all(ready, announce=announce)


def draft_all(
    ready: Opened,
    *,
    out_of_time: Callable[[], bool] = lambda: False,
    announce: Announce = silently,
    hire: Hire | None = None,
) -> Summary:
    """Draft the articles of a run that is ready, a few at a time (`window`).

    Args:
        ready: The run.
        out_of_time: Asked before each article whether to stop.
        announce: Told of the articles as they come.
        hire: Whom the run has draft sentences; None for itself, or processes of its own where that is quicker.

    Returns:
        What was done.
    """
    tally = Tally.of(ready)
    tally.commit()
    tally.follow()
    advance = announce("Drafting articles", len(ready.to_open)) if ready.to_open else silently("", 0)
    waiting = deque(ready.to_open)
    with (hire or local)(ready) as crew:
        taken = windows(tally, waiting, out_of_time, SENTENCES if crew else None)
        draft_windows(tally, taken, advance, crew=crew)
    unfinished = (*sorted(tally.left), *(shown_path(ready.run.settings, left) for left in waiting))
    if not ready.run.dry_run:
        _keep_wordings(tally)
    tally.close()
    if ready.listed is not None and not (unfinished or ready.run.dry_run):
        _keep_glossaries(ready)
    return tally.summary(unfinished)


def _keep_glossaries(ready: Opened) -> None:
    """Keep what all drafts are made with, for `trying` to tell what another glossary changes."""
    for desk in ready.desks:
        ready.glossaries.keep_as_applied(desk.locale)


def _keep_wordings(tally: Tally) -> None:
    """Keep what was learnt of the engines' words for terms: without it the next run is slower, and nothing else."""
    wordings = Wordings(wordings_folder(tally.ready.run.settings), home=tally.ready.run.settings.root)
    for desk in tally.relief.desks:
        if desk.signature and desk.lexicon:
            wordings.keep(desk.locale, desk.signature, desk.lexicon)
