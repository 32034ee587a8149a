"""``newsdesk nightly prepare``: freeze what a night has to draft, for jobs that share nothing but a folder."""

from __future__ import annotations

from collections import deque
from datetime import datetime

from translate import __version__
from translate.core.results.summary import Trouble
from translate.ledger.pages import FILE, About, Ledger, Page
from translate.settings import Settings
from translate.values import dataclass
from translate.workers import units
from translate.workers.frozen import Frozen, Plan
from translate.workers.units import Unit
from translate.workflow.clock import Clock
from translate.workflow.opening import opened
from translate.workflow.orders import Orders
from translate.workflow.parcels import unit_in
from translate.workflow.steps import Announce, silently
from translate.workflow.survey import survey
from translate.workflow.taking import SENTENCES, windows
from translate.workflow.tally import Tally
from translate.workflow.terms import Glossaries
from translate.workflow.watch import stamp


@dataclass(frozen=True, slots=True)
class Prepared:
    """A night that was frozen."""

    plan: Plan
    troubles: tuple[Trouble, ...]
    notes: tuple[str, ...]


def prepare(
    settings: Settings, orders: Orders, *, now: datetime, clock: Clock, announce: Announce = silently
) -> Prepared:
    """Do what a night does before it drafts, and freeze the rest.

    Args:
        settings: The project.
        orders: What is asked of the night.
        now: The time at which it begins: headers of PO files will carry it.
        clock: The time while it is at work.
        announce: Told of the steps as they come.

    Raises:
        NewsdeskError: Nothing can be done at all, or more would change than is plausible.
    """
    frozen = Frozen(settings.root)
    with (
        Ledger(settings.root / FILE, home=settings.root) as ledger,
        opened(
            settings,
            locales=orders.locales,
            engine=orders.engine,
            night=True,
            glossaries=Glossaries(settings),
            ledger=ledger,
            now=now,
            clock=clock,
            announce=announce,
        ) as ready,
    ):
        survey(ready, announce).check(orders.limit)
        tally = Tally.of(ready)
        tally.commit()
        tally.follow()
        advance = announce("Freezing articles", len(ready.to_open)) if ready.to_open else silently("", 0)
        waiting, keys, sentences = deque(ready.to_open), list[str](), 0
        ledger.forget(About.FROZEN, lambda *_: True)
        for window in windows(tally, waiting, lambda: False, SENTENCES, evenly=True):
            for unit in (unit for desk in ready.desks for unit in unit_in(window, tally, desk)):
                keys.append(_keep(frozen, ledger, unit))
                sentences += sum(len(message.sentences) for piece in unit.pieces for message in piece.messages)
            advance(len(window))
        articles = len(ready.to_open)
        plan = Plan(__version__, stamp(now), orders.locales, orders.engine, articles, sentences, tuple(keys))
        frozen.begin(plan)
        return Prepared(plan, tuple(tally.troubles), tuple(tally.notes))


def _keep(frozen: Frozen, ledger: Ledger, unit: Unit) -> str:
    """Keep a unit, and which articles are in it; its key."""
    data = units.packed(unit)
    key = units.key_of(data)
    frozen.put(key, data)
    states = units.states(unit).items()
    ledger.put(About.FROZEN, (Page(article, unit.locale, state, key, b"") for article, state in states))
    return key
