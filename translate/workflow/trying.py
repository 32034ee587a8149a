"""``newsdesk glossary try`` and ``apply``: what a changed glossary makes of the drafts, and of what people wrote."""

from __future__ import annotations

from collections import deque
from datetime import datetime
from functools import cache, partial

from translate.core.results.trial import Trial
from translate.ledger.pages import FILE, Ledger
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow import applied
from translate.workflow.candidates import Candidate
from translate.workflow.clock import Clock
from translate.workflow.comparison import Comparison
from translate.workflow.concerning import Found, concerning
from translate.workflow.installing import install
from translate.workflow.locales import chosen
from translate.workflow.opening import opened
from translate.workflow.steps import Announce
from translate.workflow.taking import windows
from translate.workflow.tally import Tally
from translate.workflow.terms import Glossaries, Source
from translate.workflow.window import draft_windows


@dataclass(frozen=True, slots=True)
class Orders:
    """What is asked of a try."""

    locales: tuple[str, ...] = ()
    """None for all of the project's."""
    counts_only: bool = False
    """Whether nothing is drafted."""
    apply: bool = False
    """Whether it shall be done, and not only tried; whoever asks for that holds the project's lock."""


def attempt(
    settings: Settings, candidate: Candidate, orders: Orders, *, now: datetime, clock: Clock, announce: Announce
) -> Trial:
    """See what differs from the glossary that the drafts were last made with, and what that changes.

    Args:
        settings: The project.
        candidate: The glossary.
        orders: What is asked.
        now: The time at which it begins.
        clock: The time while it is at work.
        announce: Told of the steps as they come.

    Returns:
        The entries that a full draft and a check with that glossary would change, and no others.

    Raises:
        NewsdeskError: Nothing can be done at all.
    """
    wanted = chosen(settings, orders.locales)
    # Each file is read once: somebody may save it while this is at work.
    source = cache(partial(candidate.source, settings))
    found = concerning(settings, source, wanted, announce)
    if orders.apply:
        install(settings, candidate)
    affected = None
    failed: set[str] = set()
    if not orders.counts_only:
        comparison = Comparison(settings, found.changes, found.catalogs)
        if found.articles:
            _draft(settings, source, orders, found, comparison, now=now, clock=clock, announce=announce)
        comparison.rest(found.tell)
        affected, failed = tuple(comparison.affected), comparison.failed
    if orders.apply:
        for locale in wanted:
            if locale in found.changes and locale not in failed:
                applied.keep(settings, locale, source(locale))
    return Trial(
        candidate.shown,
        {locale: change.rows for locale, change in found.changes.items()},
        tuple(found.concerned),
        affected,
        applied=orders.apply,
        troubles=tuple(dict.fromkeys(found.troubles)),
    )


def _draft(
    settings: Settings,
    source: Source,
    orders: Orders,
    found: Found,
    comparison: Comparison,
    *,
    now: datetime,
    clock: Clock,
    announce: Announce,
) -> None:
    """Draft what is concerned with the other glossary."""
    writes = orders.apply
    with (
        Ledger(settings.root / FILE, home=settings.root, keep=writes) as ledger,
        opened(
            settings,
            tuple(found.articles.values()),
            locales=tuple({one.locale: None for one in found.concerned}),
            dry_run=not writes,
            glossaries=Glossaries(settings, writes=False, source=source),
            ledger=ledger,
            against={locale: change.was for locale, change in found.changes.items()},
            now=now,
            clock=clock,
            announce=announce,
        ) as ready,
    ):
        tally = Tally.of(ready)
        advance = announce("Drafting articles", len(ready.to_open))
        waiting = deque(ready.to_open)
        draft_windows(tally, windows(tally, waiting, lambda: False), advance, comparison.turn)
        tally.close()
        found.troubles += tally.troubles
