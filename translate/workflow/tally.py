"""What a drafting run has done so far, and the ledger's pages of it."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import field

from translate.core.entries.losses import Kept, Loss
from translate.core.results.patience import Patience
from translate.core.results.summary import CatalogResult, Summary, Trouble, article_of
from translate.core.results.worst import ByLocale
from translate.errors import NewsdeskError
from translate.ledger.pages import About
from translate.ledger.states import WINDOW
from translate.reports.counting import some
from translate.values import dataclass
from translate.workflow import settled, telling
from translate.workflow.leaving import leave
from translate.workflow.moving import Move, carry_out, told
from translate.workflow.opened import Opened
from translate.workflow.relief import Relief
from translate.workflow.settled import Finished
from translate.workflow.troubles import trouble_of
from translate.workflow.unread import unread

MOST_NAMED = 5
"""So many files that no format reads are named of a folder."""

_PAGES_AT_ONCE = 25
"""The ledger is written after so many articles in a locale: what is not in it yet costs the next run a look."""
_STILL_FRESH = 10
"""So many of them may have been written too lately for their times to tell anything."""


@dataclass(slots=True)
class Tally:
    """What a run has done so far."""

    ready: Opened
    relief: Relief
    results: ByLocale[CatalogResult]
    troubles: list[Trouble]
    notes: list[str] = field(default_factory=list)
    patience: Patience = field(default_factory=Patience)
    left: set[str] = field(default_factory=set)
    """The articles that are left to another run."""
    _rewritten: list[CatalogResult] = field(default_factory=list)
    _unwritten: list[Finished] = field(default_factory=list)
    _left: list[tuple[str, str, str]] = field(default_factory=list)
    """The PO files that this run has written, each with its locale and its state."""

    @classmethod
    def of(cls, ready: Opened) -> Tally:
        """What a run has that has not begun: the results that still hold."""
        settings = ready.run.settings  # Who names articles does not ask what else there is.
        left = unread(settings) if ready.listed is not None else ()
        notes = [f"{folder}: no format reads {some(names, MOST_NAMED)}" for folder, names in left]
        return cls(ready, Relief(settings, ready.desks), ByLocale.of(ready.settled), list(ready.troubles), notes)

    def add(self, finished: Finished) -> None:
        """Count what is done."""
        self.results.add(finished.result)
        self._rewritten += [finished.result] * bool(finished.result.replaced)

    def commit(self) -> None:
        """Have the history keep what is known of the PO files by now."""
        if self.ready.run.dry_run:
            return
        try:
            self.ready.run.seen.history.commit()
        except NewsdeskError as error:
            self.troubles.append(trouble_of(error, ""))

    def follow(self) -> None:
        """Have PO files follow the articles that have other names now."""
        run, moves = self.ready.run, self.ready.moves
        try:
            for made in moves if run.dry_run else carry_out(run.seen, moves):
                if isinstance(made, Move):
                    self.notes.append(told(run.settings, made))
                else:
                    self.troubles.append(trouble_of(made, ""))
        except NewsdeskError as error:
            self.troubles.append(trouble_of(error, ""))

    def write(self, finished: Sequence[Finished]) -> None:
        """Have the ledger remember what is done, now and then."""
        self._unwritten += finished
        if len(self._unwritten) >= _PAGES_AT_ONCE:
            self._write()

    def close(self) -> None:
        """Have the ledger remember all of it, and forget the articles that are gone."""
        if self._unwritten and self.ready.run.looks:
            # What was written last is sure a moment later, and then the review need not read it.
            self.ready.run.clock.pause(WINDOW / 1e9)
        self._write()
        # Where it fails, the next run reads them.
        with contextlib.suppress(NewsdeskError):
            if memory := self.ready.run.memory:
                leave(self.ready.run.seen, memory, self._left)
        if self.ready.listed is not None:
            ledger, listed, names = self.ready.ledger, self.ready.listed, self.ready.run.seen.articles
            ledger.forget(About.ARTICLE, lambda article, _: article not in listed)
            ledger.forget(About.FIGURES, lambda path, _: article_of(path) not in names)

    def _write(self) -> None:
        self.commit()
        now_ns = self.ready.run.clock.nanoseconds()
        self._unwritten, left = settled.remember(self.ready.ledger, self._unwritten, now_ns)
        self._left += ((one.result.path, one.result.locale, state) for one, state in left)
        # Only what was written last is still too fresh; of the rest the files are gone, or somebody is at them.
        del self._unwritten[:-_STILL_FRESH]

    def summary(self, unfinished: tuple[str, ...]) -> Summary:
        """All of it.

        Args:
            unfinished: The articles that there was no time for.
        """
        ready, results = self.ready, self.results
        lost: tuple[Loss, ...] = ()
        fresh: list[Kept] = []
        try:
            lost, fresh = ready.run.seen.history.losses(), ready.run.seen.history.fresh()
        except NewsdeskError as error:
            self.troubles.append(trouble_of(error, ""))
        desks = self.relief.desks
        relieved = [trouble_of(error, "") for error in self.relief.troubles]
        notes = (
            *(passed.told for passed in ready.run.settings.passed_over),
            *telling.standing_in(desks),
            *telling.unapplied(ready.run.settings, (desk.locale for desk in desks)),
            *telling.unconfirmed(results.totals()),
            *telling.taken_out(one for one in fresh if one.path not in ready.run.seen.parted),
            *ready.run.seen.notes,
            *self.notes,
        )
        return Summary(
            dry_run=ready.run.dry_run,
            engines=tuple((desk.locale, desk.signature) for desk in desks),
            catalogs=results.named(),
            troubles=tuple(dict.fromkeys((*telling.lost(lost), *relieved, *self.troubles))),
            notes=(*notes, *(ready.run.memory.notes if ready.run.memory else ())),
            unfinished=unfinished,
            lost=lost,
            rewritten=tuple(self._rewritten),
            left_out=results.left_out(),
        )
