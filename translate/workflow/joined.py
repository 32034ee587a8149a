"""``newsdesk nightly report --join``: a night whose drafts have been made by shards."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Generator, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import datetime

from translate.core.results.summary import Trouble
from translate.errors import EngineError
from translate.ledger.pages import About, Ledger, Page
from translate.settings import Settings
from translate.workers import units
from translate.workers.frozen import Frozen, Plan, Shard
from translate.workers.units import Outcome
from translate.workflow import outcomes
from translate.workflow.desk import Desk
from translate.workflow.orders import Orders
from translate.workflow.parcels import unit_in
from translate.workflow.steps import Advance
from translate.workflow.taking import Taken
from translate.workflow.tally import Tally
from translate.workflow.window import Window, here

MOST_NAMED = 8
"""So many shards are named that have something left to do."""
_AT_HAND = 64
"""Outcomes of units: articles come in the order in which they were frozen, so that each is read once."""


class Joined:
    """The shards of a frozen night as a crew (`window.Crew`): their work is done already.

    What has changed since the night was frozen is drafted by the run itself; what no shard has done is left to another.

    Args:
        settings: The project.
    """

    def __init__(self, settings: Settings) -> None:
        self._root = settings.root
        self._frozen = Frozen(settings.root)
        self.plan: Plan = self._frozen.plan()
        self._shards = self._frozen.shards()
        self._done: dict[str, Shard | None] = dict.fromkeys(self.plan.keys)
        """Who has done a unit."""
        for shard in self._shards:
            with self._ledger(shard) as ledger:
                known = (key for key, _ in ledger.contents(About.OUTCOME) if key in self._done)
                self._done |= dict.fromkeys(known, shard)
        self._at_hand: OrderedDict[str, Outcome | None] = OrderedDict()
        self._is_over = False

    def orders(self, orders: Orders) -> Orders:
        """What is asked of the night that joins them: what was asked when it was prepared."""
        plan, began = self.plan, datetime.fromisoformat(self.plan.began)
        return replace(orders, locales=plan.locales, engine=plan.engine, hire=lambda _: nullcontext(self), began=began)

    @property
    def missing(self) -> tuple[int, tuple[Shard, ...]]:
        """How many units nobody has done, and of which shards they are."""
        shards = dict.fromkeys(shard.of for shard in self._shards)
        parts = (Shard(number + 1, of) for of in shards for number in range(of))
        left = tuple(part for part in parts if not all(map(self._done.get, part.own(self.plan.keys))))
        return sum(shard is None for shard in self._done.values()), left

    def close(self) -> None:
        """Once all is joined that was frozen, nothing is left of the night."""
        if self._is_over:
            self._frozen.end()

    def __call__(self, tally: Tally, windows: Iterator[Window], advance: Advance) -> Generator[Window]:
        """Have windows made."""
        left, shards = self.missing
        if left:
            tally.troubles.append(Trouble(_told(left, len(self.plan.keys), shards)))
        yield from here(tally, self._filled(tally, windows), advance)
        if not left:
            tally.ready.ledger.forget(About.FROZEN, lambda *_: True)
            self._is_over = True

    def _filled(self, tally: Tally, windows: Iterator[Window]) -> Iterator[Window]:
        for window in windows:
            for desk in tally.relief.desks:
                self._fill(tally, window, desk)
            yield window

    def _fill(self, tally: Tally, window: Window, desk: Desk) -> None:
        for unit in unit_in(window, tally, desk, knows=False):
            states = units.states(unit)
            pages = tally.ready.ledger.some(About.FROZEN, desk.locale, states)
            for taken in window:
                shown = taken.article.document.path if taken.article else ""
                page = pages.get(shown)
                if page and page.state == states.get(shown):
                    self._take(taken, desk, page, unit.machine)

    def _take(self, taken: Taken, desk: Desk, page: Page, machine: str) -> None:
        outcome = self._outcome(page.context, desk, machine)
        if outcome is None:
            del taken.begun[desk.locale]
            taken.left.add(desk.locale)
            return
        for done in outcome.pieces:
            if done.article == page.name:
                outcomes.take(taken.begun[desk.locale].wanted, done)

    def _outcome(self, key: str, desk: Desk, machine: str) -> Outcome | None:
        """What came of a unit, by which its locale has learnt; None where nobody has done it."""
        if key not in self._at_hand:
            shard = self._done.get(key)
            outcome = self._at_hand[key] = self._read(shard, key) if shard else None
            if outcome is not None:
                outcomes.learn(desk, outcome, machine)
        self._at_hand.move_to_end(key)
        while len(self._at_hand) > _AT_HAND:
            self._at_hand.popitem(last=False)
        return self._at_hand[key]

    def _read(self, shard: Shard, key: str) -> Outcome | None:
        with self._ledger(shard) as ledger:
            page = ledger.get(About.OUTCOME, key, "")
        # SQLite holds what was put in, whatever the column is for.
        if page is None or not isinstance(page.result, bytes):
            return None
        try:
            return units.outcome_of(page.result)
        except EngineError:
            return None

    def _ledger(self, shard: Shard) -> Ledger:
        """A shard's ledger; there may be more of them than files that a process may have open."""
        return Ledger(self._frozen.ledger(shard), home=self._root)


def _told(left: int, units_in_all: int, shards: Sequence[Shard]) -> str:
    named = [*map(str, shards[:MOST_NAMED]), *("…" if shards[MOST_NAMED:] else "")]
    of = f" (shards {', '.join(named)})" if named else ""
    return f"{left:,} of {units_in_all:,} work units have been done by nobody{of}; do those shards, and join once more"
